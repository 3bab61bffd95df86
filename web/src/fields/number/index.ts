import type { FieldType } from '../field'
import { NumberDisplay } from './Display'
import { NumberInput } from './Input'
import { numberOperators } from './operators'

export const number: FieldType = {
  Display: NumberDisplay, Input: NumberInput, operators: () => numberOperators, align: 'end', width: 96,
}
