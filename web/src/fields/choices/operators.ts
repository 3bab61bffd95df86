import { EMPTY, FILLED, type Operator } from '../operator'

export const choicesOperators: readonly Operator[] = [
  { name: 'holdsAnyOf', pattern: '@.exists(t, t in $list)', operand: 'choices' },
  { name: 'holdsNoneOf', pattern: '!@.exists(t, t in $list)', operand: 'choices' },
  { name: 'is', pattern: '$text in @', operand: 'choices' },
  EMPTY,
  FILLED,
]
