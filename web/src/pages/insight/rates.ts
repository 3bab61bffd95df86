import type { Aggregate } from '~/api/types'
import type { Figure } from '~/engine/chart/figures'
import type { SalesSource } from './sources'
import { isOf } from './sources'

/** Of those that ended, how many were won: in percent, null where none has ended. */
export const rateOf = (won: number, lost: number): number | null => (won + lost > 0 ? (won / (won + lost)) * 100 : null)

interface Ended {
  won: number
  lost: number
}

const keyOf = (value: unknown): string =>
  value && typeof value === 'object' && 'id' in value ? String(value.id) : String(value ?? '')

/** How many were won and lost in each group of an answer that is grouped by something and by stage. */
export function endedBy(answer: Aggregate, path: string, source: SalesSource): Map<string, Ended> {
  const ended = new Map<string, Ended>()
  for (const group of answer.groups) {
    const stage = String(group[source.stage.name])
    const side = source.codes.won.includes(stage) ? 'won' : source.codes.lost.includes(stage) ? 'lost' : undefined
    if (!side) continue
    const key = keyOf(group[path])
    const present = ended.get(key) ?? { won: 0, lost: 0 }
    ended.set(key, { ...present, [side]: present[side] + Number(group.count) })
  }
  return ended
}

/** The same groups with their win rates instead, the best first; behind each are those that ended. */
export function rateFigures(
  groups: readonly Figure[],
  ended: ReadonlyMap<string, Ended>,
  source: SalesSource,
  percent: (value: number) => string,
): Figure[] {
  const closed = isOf(source.stage, [...source.codes.won, ...source.codes.lost])
  return groups
    .flatMap((group) => {
      const { won, lost } = ended.get(group.key) ?? { won: 0, lost: 0 }
      const rate = rateOf(won, lost)
      if (rate === null) return []
      const text = percent(rate)
      return [
        {
          ...group,
          value: rate,
          text,
          count: won + lost,
          share: undefined,
          condition: `${group.condition} && ${closed}`,
        },
      ]
    })
    .toSorted((one, other) => other.value - one.value)
}
