import { EMPTY, FILLED, type Operator } from '../operator'

export const textOperators: readonly Operator[] = [
  { name: 'contains', pattern: '@.contains($text)', operand: 'text' },
  { name: 'is', pattern: '@ == $text', operand: 'text' },
  { name: 'isNot', pattern: '@ != $text', operand: 'text' },
  { name: 'startsWith', pattern: '@.startsWith($text)', operand: 'text' },
  EMPTY,
  FILLED,
]
