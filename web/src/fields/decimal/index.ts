import type { FieldType } from '../field'
import { NumberDisplay } from '../number/Display'
import { numberOperators } from '../number/operators'
import { DecimalInput } from './Input'

export const decimal: FieldType = {
  Display: NumberDisplay, Input: DecimalInput, operators: () => numberOperators, align: 'end', width: 104,
}
