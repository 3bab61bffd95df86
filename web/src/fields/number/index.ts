import type { FieldType } from '../field'
import { NumberDisplay } from './Display'
import { numberOperators } from './operators'

export const number: FieldType = {
  Display: NumberDisplay,
  operators: () => numberOperators,
  align: 'end',
  width: 96,
}
