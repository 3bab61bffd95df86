import { EMPTY, FILLED, type Operator, type PlaceKind } from '../operator'

const PARTS: readonly [part: string, name: string, places: PlaceKind][] = [
  ['province', 'Province', 'provinces'],
  ['city', 'City', 'cities'],
  ['district', 'District', 'districts'],
  ['country', 'Country', 'countries'],
]

export const addressOperators: readonly Operator[] = [
  ...PARTS.map(([part, name, operand]): Operator => ({
    name: `in${name}`,
    pattern: `@.${part} in $list`,
    also: [`@.${part} == $text`],
    operand,
  })),
  ...PARTS.map(([part, name, operand]): Operator => ({
    name: `notIn${name}`,
    pattern: `!(@.${part} in $list)`,
    also: [`@.${part} != $text`, `!(@.${part} == $text)`],
    operand,
  })),
  { name: 'contains', pattern: '@.contains($text)', operand: 'text' },
  EMPTY,
  FILLED,
]
