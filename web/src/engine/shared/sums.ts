import type { Money, MoneySum } from '~/api/types'
import { formatMoney, formatNumber } from '~/fields/format'

export const isMoneySum = (value: unknown): value is MoneySum =>
  typeof value === 'object' && value !== null && 'byCurrency' in value

/** In the tenant's base currency; where there is no rate, an only currency is still a sum. */
export const oneSum = (sum: MoneySum): Money | null =>
  sum.base ?? (sum.byCurrency.length === 1 ? (sum.byCurrency[0] ?? null) : null)

const NOTHING: MoneySum = { byCurrency: [], base: null, unconverted: 0 }

const plus = (one: Money | null | undefined, other: Money): Money => ({
  ...other,
  amount: String(Math.round((Number(one?.amount ?? 0) + Number(other.amount)) * 1e4) / 1e4),
})

/** Several sums as one, each currency by itself. */
export const together = (sums: readonly MoneySum[]): MoneySum =>
  sums.reduce((all, { byCurrency, base, unconverted }) => {
    const others = all.byCurrency.filter(({ currency }) => !byCurrency.some((money) => money.currency === currency))
    const added = byCurrency.map((money) =>
      plus(
        all.byCurrency.find(({ currency }) => currency === money.currency),
        money,
      ),
    )
    return {
      byCurrency: [...others, ...added],
      base: base ? plus(all.base, base) : all.base,
      unconverted: all.unconverted + unconverted,
    }
  }, NOTHING)

/** A sum as one figure, and the amounts of each currency that are in it. */
export function sumWords(value: unknown, language: string): { text: string; each: string } {
  if (isMoneySum(value)) {
    const each = value.byCurrency.map((money) => formatMoney(money, language)).join(' + ')
    return { text: value.base ? formatMoney(value.base, language) : each || '—', each }
  }
  const text = value == null ? '—' : formatNumber(value as number | string, language)
  return { text, each: text }
}
