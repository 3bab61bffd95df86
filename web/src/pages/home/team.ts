import type { Catalog } from '~/api/metadata'
import type { Aggregate, Money, Reference } from '~/api/types'
import { meaningOf, type FunnelSource } from '~/engine/shared/funnel'
import { isMoneySum, oneSum } from '~/engine/shared/sums'
import { all, findTasks } from './sources'

export interface Member {
  person: Reference
  count: number
  /** What stands open with them, in one currency; null where it cannot be said in one. */
  sum: Money | null
  /** In percent of the longest bar of the team. */
  share: number
  overdue: number
}

/** What is counted: what is open in the funnel, and tasks whose day has passed; of whomever a condition says. */
export function teamSources(catalog: Catalog, { object, stage }: FunnelSource) {
  const codes = (stage.choices ?? []).filter((choice) => meaningOf(choice) === 'open').map(({ code }) => `'${code}'`)
  const tasks = findTasks(catalog)
  const day = tasks?.due?.name
  return {
    object,
    open: (whose: string) => all(whose, `${stage.name} in [${codes.join(', ')}]`),
    tasks:
      tasks && day
        ? { object: tasks.object, overdue: (whose: string) => all(whose, tasks.unfinished, `${day} < today()`) }
        : undefined,
  }
}

const personOf = (group: Record<string, unknown>): Reference | undefined =>
  group.owner && typeof group.owner === 'object' ? (group.owner as Reference) : undefined

/** Everybody of the team who has anything open or overdue, whoever has most first. */
export function membersOf(measure: string, open?: Aggregate, overdue?: Aggregate): Member[] {
  const late = new Map(overdue?.groups.map((group) => [personOf(group)?.id, Number(group.count ?? 0)]))
  const members = new Map<string, Member & { size: number }>()
  for (const group of open?.groups ?? []) {
    const person = personOf(group)
    const measured = group[measure]
    if (!person) continue
    const money = isMoneySum(measured) ? measured : undefined
    members.set(person.id, {
      person,
      count: Number(group.count ?? 0),
      sum: money ? oneSum(money) : null,
      size: Number(money?.base?.amount ?? 0),
      share: 0,
      overdue: late.get(person.id) ?? 0,
    })
  }
  for (const group of overdue?.groups ?? []) {
    const person = personOf(group)
    if (person && !members.has(person.id))
      members.set(person.id, { person, count: 0, sum: null, size: 0, share: 0, overdue: late.get(person.id) ?? 0 })
  }
  const sorted = [...members.values()].sort((a, b) => b.size - a.size || b.overdue - a.overdue)
  const longest = Math.max(...sorted.map(({ size }) => size), 0)
  return sorted.map(({ size, ...member }) => ({ ...member, share: longest > 0 ? (size / longest) * 100 : 0 }))
}
