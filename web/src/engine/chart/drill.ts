import type { Reference } from '~/api/types'
import { writeCondition, type Operator } from '~/fields/operator'
import { operatorsOf } from '~/fields/registry'
import type { Grouping, Period } from './groupings'

const DAYS: Operator = { name: 'dates', pattern: '(@ >= date($text) && @ <= date($text))', operand: 'dates' }

const isReference = (value: unknown): value is Reference => typeof value === 'object' && value !== null && 'id' in value

const iso = (date: Date): string => date.toISOString().slice(0, 10)

/** The first day of the period after the one that begins on this day. */
export function nextPeriod(first: string, period: Period): string {
  const date = new Date(`${first}T00:00:00Z`)
  if (period === 'week') date.setUTCDate(date.getUTCDate() + 7)
  else if (period === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1)
  else date.setUTCMonth(date.getUTCMonth() + (period === 'month' ? 1 : 3))
  return iso(date)
}

export function lastDay(first: string, period: Period): string {
  const date = new Date(`${nextPeriod(first, period)}T00:00:00Z`)
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
