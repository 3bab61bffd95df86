import type { Operator } from '../operator'

export const booleanOperators: readonly Operator[] = [
  { name: 'yes', pattern: '@ == true', operand: 'none' },
  { name: 'no', pattern: '@ == false', operand: 'none' },
]
