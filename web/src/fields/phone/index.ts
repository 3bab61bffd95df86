import type { FieldType } from '../field'
import { textOperators } from '../text/operators'
import { PhoneDisplay } from './Display'

export const phone: FieldType = { Display: PhoneDisplay, operators: () => textOperators, width: 172 }
