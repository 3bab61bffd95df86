import type { FieldType } from '../field'
import { textOperators } from '../text/operators'
import { EmailDisplay } from './Display'
import { EmailInput } from './Input'

export const email: FieldType = { Display: EmailDisplay, Input: EmailInput, operators: () => textOperators, width: 190 }
