import type { Aggregate, Attribute, Choice, Money } from '~/api/types'
import { isMoneySum, oneSum } from '~/engine/shared/sums'

export interface Bar {
  choice: Choice
  count: number
  /** The whole in one currency; null where it cannot be said in one. */
  sum: Money | null
  /** The same in the base currency: amounts of several currencies have no common length. */
  base: Money | null
  /** The bar's length, in percent of the longest. */
  share: number
}

const LEAST_SHARE = 1.5

/** One bar for each stage in its order, also for those that are empty. Long as its sum, or as its count where some have none. */
export function funnelBars(answer: Aggregate, stage: Attribute, measure: string): Bar[] {
  const groups = new Map(answer.groups.map((group) => [group[stage.name], group]))
  const bars = (stage.choices ?? [])
    .filter((choice) => choice.active || groups.has(choice.code))
    .map((choice) => {
      const group = groups.get(choice.code)
      const measured = group?.[measure]
      const { sum, base } = isMoneySum(measured)
        ? { sum: oneSum(measured), base: measured.base }
        : { sum: null, base: null }
      return { choice, count: Number(group?.count ?? 0), sum, base }
    })
  const bySum =
    bars.every((bar) => bar.count === 0 || bar.base) && bars.some((bar) => Number(bar.base?.amount ?? 0) > 0)
  const sizeOf = (bar: { count: number; base: Money | null }) => (bySum ? Number(bar.base?.amount ?? 0) : bar.count)
  const longest = Math.max(...bars.map(sizeOf), 0)
  return bars.map((bar) => ({
    ...bar,
    share: longest > 0 && sizeOf(bar) > 0 ? Math.max((sizeOf(bar) / longest) * 100, LEAST_SHARE) : 0,
  }))
}
