import { EMPTY, FILLED, type Operator } from '../operator'

export const numberOperators: readonly Operator[] = [
  { name: 'atLeast', pattern: '@ >= $number', operand: 'number' },
  { name: 'atMost', pattern: '@ <= $number', operand: 'number' },
  { name: 'between', pattern: '(@ >= $number && @ <= $number)', operand: 'range' },
  { name: 'equals', pattern: '@ == $number', operand: 'number' },
  { name: 'moreThan', pattern: '@ > $number', operand: 'number' },
  { name: 'lessThan', pattern: '@ < $number', operand: 'number' },
  EMPTY,
  FILLED,
]
