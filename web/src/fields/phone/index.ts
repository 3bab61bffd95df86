import type { FieldType } from '../field'
import { textOperators } from '../text/operators'
import { PhoneDisplay } from './Display'
import { PhoneInput } from './Input'

export const phone: FieldType = { Display: PhoneDisplay, Input: PhoneInput, operators: () => textOperators, width: 172 }
