import { EMPTY, FILLED, type Operator } from '../operator'

export const choiceOperators: readonly Operator[] = [
  { name: 'anyOf', pattern: '@ in $list', operand: 'choices' },
  { name: 'noneOf', pattern: '!(@ in $list)', operand: 'choices' },
  { name: 'is', pattern: '@ == $text', operand: 'choices' },
  { name: 'isNot', pattern: '@ != $text', operand: 'choices' },
  EMPTY,
  FILLED,
]
