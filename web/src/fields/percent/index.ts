import type { FieldType } from '../field'
import { numberOperators } from '../number/operators'
import { PercentDisplay } from './Display'

export const percent: FieldType = {
  Display: PercentDisplay,
  operators: () => numberOperators,
  align: 'end',
  width: 88,
}
