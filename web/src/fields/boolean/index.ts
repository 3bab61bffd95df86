import type { FieldType } from '../field'
import { BooleanDisplay } from './Display'
import { BooleanInput } from './Input'
import { booleanOperators } from './operators'

export const boolean: FieldType = {
  Display: BooleanDisplay, Input: BooleanInput, operators: () => booleanOperators, width: 80, savesOnChange: true,
}
