import type { FieldType } from '../field'
import { numberOperators } from '../number/operators'
import { PercentDisplay } from './Display'
import { PercentInput } from './Input'

export const percent: FieldType = {
  Display: PercentDisplay, Input: PercentInput, operators: () => numberOperators, align: 'end', width: 88,
}
