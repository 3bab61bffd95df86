import { EMPTY, FILLED, type Operator } from '../operator'

export const timeOperators: readonly Operator[] = [
  { name: 'withinDays', pattern: '@ >= daysAgo($number)', operand: 'days' },
  { name: 'beforeDays', pattern: '@ < daysAgo($number)', operand: 'days' },
  { name: 'dates', pattern: '(@ >= date($text) && @ < date($text))', operand: 'dates' },
  { name: 'from', pattern: '@ >= date($text)', operand: 'date' },
  { name: 'before', pattern: '@ < date($text)', operand: 'date' },
  { name: 'sinceMonth', pattern: "@ >= startOf('month')", operand: 'none' },
  { name: 'sinceQuarter', pattern: "@ >= startOf('quarter')", operand: 'none' },
  { name: 'sinceYear', pattern: "@ >= startOf('year')", operand: 'none' },
  EMPTY,
  FILLED,
]
