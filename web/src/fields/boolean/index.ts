import type { FieldType } from '../field'
import { BooleanDisplay } from './Display'
import { booleanOperators } from './operators'

export const boolean: FieldType = {
  Display: BooleanDisplay,
  operators: () => booleanOperators,
  width: 80,
  savesOnChange: true,
}
