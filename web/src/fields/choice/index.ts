import type { FieldType } from '../field'
import { ChoiceDisplay } from './Display'
import { choiceOperators } from './operators'

export const choice: FieldType = {
  Display: ChoiceDisplay,
  operators: () => choiceOperators,
  width: 100,
  savesOnChange: true,
}
