import type { Money, MoneySum } from '~/api/types'
import { formatMoney, formatNumber } from '~/fields/format'

export const isMoneySum = (value: unknown): value is MoneySum =>
  typeof value === 'object' && value !== null && 'byCurrency' in value

/** In the tenant's base currency; where there is no rate, an only currency is still a sum. */
export const oneSum = (sum: MoneySum): Money | null =>
  sum.base ?? (sum.byCurrency.length === 1 ? (sum.byCurrency[0] ?? null) : null)

/** A sum as one figure, and the amounts of each currency that are in it. */
export function sumWords(value: unknown, language: string): { text: string; each: string } {
  if (isMoneySum(value)) {
    const each = value.byCurrency.map((money) => formatMoney(money, language)).join(' + ')
    return { text: value.base ? formatMoney(value.base, language) : each || '—', each }
  }
  const text = value == null ? '—' : formatNumber(value as number | string, language)
  return { text, each: text }
}
