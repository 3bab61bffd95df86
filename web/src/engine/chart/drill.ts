import type { Reference } from '~/api/types'
import { writeCondition, type Operator } from '~/fields/operator'
import { operatorsOf } from '~/fields/registry'
import type { Grouping, Period } from './groupings'

const DAYS: Operator = { name: 'dates', pattern: '(@ >= date($text) && @ <= date($text))', operand: 'dates' }

const isReference = (value: unknown): value is Reference => typeof value === 'object' && value !== null && 'id' in value

const iso = (date: Date): string => date.toISOString().slice(0, 10)

/** So many periods after the one that begins on this day; a date, for days after the year 9999 have no short writing. */
function shifted(first: string, period: Period, by: number): Date {
  const date = new Date(`${first}T00:00:00Z`)
  if (period === 'week') date.setUTCDate(date.getUTCDate() + 7 * by)
  else if (period === 'year') date.setUTCFullYear(date.getUTCFullYear() + by)
  else date.setUTCMonth(date.getUTCMonth() + (period === 'month' ? by : 3 * by))
  return date
}

/** The first day of the period before the one that begins on this day. */
export const periodBefore = (first: string, period: Period): string => iso(shifted(first, period, -1))

export function lastDay(first: string, period: Period): string {
  const date = shifted(first, period, 1)
  date.setUTCDate(date.getUTCDate() - 1)
  return iso(date)
}

/** The condition that exactly the records of a group meet. */
export function conditionOf({ attribute, period }: Grouping, value: unknown): string {
  const { name, within } = attribute
  if (value === null || value === undefined)
    return within ? `!${within}.exists(line, has(${name.replace(within, 'line')}))` : `!has(${name})`
  if (period) return writeCondition(DAYS, name, [String(value), lastDay(String(value), period)])
  const wanted = typeof value === 'boolean' ? (value ? 'yes' : 'no') : 'is'
  const is = operatorsOf(attribute).find((operator) => operator.name === wanted)
  return is ? writeCondition(is, name, [isReference(value) ? value.id : String(value)]) : ''
}
