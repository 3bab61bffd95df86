import { EMPTY, FILLED, type Operator } from '../operator'

/** For days and for instants alike: an instant is compared with a day as a whole. */
export const dateOperators: readonly Operator[] = [
  { name: 'dates', pattern: '(@ >= date($text) && @ <= date($text))', operand: 'dates' },
  { name: 'thisMonth', pattern: "(@ >= startOf('month') && @ <= endOf('month'))", operand: 'none' },
  { name: 'thisQuarter', pattern: "(@ >= startOf('quarter') && @ <= endOf('quarter'))", operand: 'none' },
  { name: 'thisYear', pattern: "(@ >= startOf('year') && @ <= endOf('year'))", operand: 'none' },
  { name: 'withinDays', pattern: '(@ >= daysAgo($number) && @ <= now())', operand: 'days' },
  { name: 'beforeDays', pattern: '@ < daysAgo($number)', operand: 'days' },
  { name: 'nextDays', pattern: '(@ >= today() && @ <= daysAhead($number))', operand: 'days' },
  { name: 'from', pattern: '@ >= date($text)', operand: 'date' },
  { name: 'until', pattern: '@ <= date($text)', operand: 'date' },
  { name: 'on', pattern: '@ == date($text)', operand: 'date' },
  EMPTY,
  FILLED,
]
