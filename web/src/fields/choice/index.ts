import type { FieldType } from '../field'
import { ChoiceDisplay } from './Display'
import { ChoiceInput } from './Input'
import { choiceOperators } from './operators'

export const choice: FieldType = {
  Display: ChoiceDisplay, Input: ChoiceInput, operators: () => choiceOperators, width: 100, savesOnChange: true,
}
