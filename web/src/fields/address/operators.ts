import { EMPTY, FILLED, type Operator } from '../operator'

export const addressOperators: readonly Operator[] = [
  { name: 'inProvince', pattern: '@.province in $list', operand: 'provinces' },
  { name: 'inCity', pattern: '@.city in $list', operand: 'cities' },
  { name: 'inDistrict', pattern: '@.district in $list', operand: 'districts' },
  { name: 'inCountry', pattern: '@.country in $list', operand: 'countries' },
  { name: 'contains', pattern: '@.contains($text)', operand: 'text' },
  EMPTY,
  FILLED,
]
