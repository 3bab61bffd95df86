import type { FieldType } from '../field'
import { textOperators } from '../text/operators'
import { EmailDisplay } from './Display'

export const email: FieldType = { Display: EmailDisplay, operators: () => textOperators, width: 190 }
