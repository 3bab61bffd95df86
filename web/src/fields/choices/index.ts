import type { FieldType } from '../field'
import { ChoicesDisplay } from './Display'
import { choicesOperators } from './operators'

export const choices: FieldType = {
  Display: ChoicesDisplay,
  operators: () => choicesOperators,
  width: 160,
}
