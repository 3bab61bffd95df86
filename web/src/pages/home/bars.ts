import type { Aggregate, Attribute, Choice, Money, MoneySum } from '~/api/types'

export interface Bar {
  choice: Choice
  count: number
  /** The whole in one currency; null where it cannot be said in one. */
  sum: Money | null
  /** The bar's length, in percent of the longest. */
  share: number
}

const LEAST_SHARE = 1.5

/** In the tenant's base currency; where there is no rate, an only currency is still a sum. */
function oneSum(sum: MoneySum | undefined | null): Money | null {
  if (!sum) return null
  return sum.base ?? (sum.byCurrency.length === 1 ? (sum.byCurrency[0] ?? null) : null)
}

/** One bar for each stage in its order, also for those that are empty. Long as its sum, or as its count where some have none. */
export function funnelBars(answer: Aggregate, stage: Attribute, measure: string): Bar[] {
  const groups = new Map(answer.groups.map((group) => [group[stage.name], group]))
  const bars = (stage.choices ?? [])
    .filter((choice) => choice.active || groups.has(choice.code))
    .map((choice) => {
      const group = groups.get(choice.code)
      return { choice, count: Number(group?.count ?? 0), sum: oneSum(group?.[measure] as MoneySum | undefined) }
    })
  const bySum = bars.every((bar) => bar.count === 0 || bar.sum) && bars.some((bar) => Number(bar.sum?.amount ?? 0) > 0)
  const sizeOf = (bar: { count: number; sum: Money | null }) => (bySum ? Number(bar.sum?.amount ?? 0) : bar.count)
  const longest = Math.max(...bars.map(sizeOf), 0)
  return bars.map((bar) => ({
    ...bar,
    share: longest > 0 && sizeOf(bar) > 0 ? Math.max((sizeOf(bar) / longest) * 100, LEAST_SHARE) : 0,
  }))
}
