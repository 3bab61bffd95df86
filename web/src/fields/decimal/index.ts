import type { FieldType } from '../field'
import { NumberDisplay } from '../number/Display'
import { numberOperators } from '../number/operators'

export const decimal: FieldType = {
  Display: NumberDisplay,
  operators: () => numberOperators,
  align: 'end',
  width: 104,
}
