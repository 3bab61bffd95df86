import type { Attribute } from '~/api/types'
import { EMPTY, FILLED, type Operator } from '../operator'

const ME: Operator = { name: 'me', pattern: '@ == me()', operand: 'none' }

const ANY: readonly Operator[] = [
  { name: 'anyOf', pattern: '@ in $list', operand: 'references' },
  { name: 'is', pattern: '@ == $text', operand: 'references' },
  { name: 'noneOf', pattern: '!(@ in $list)', operand: 'references' },
  EMPTY,
  FILLED,
]

const PEOPLE: readonly Operator[] = [ME, ...ANY]

/** Only people can be compared with the reader. */
export const referenceOperators = (attribute: Attribute): readonly Operator[] => (attribute.toPerson ? PEOPLE : ANY)
