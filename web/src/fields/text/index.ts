import type { FieldType } from '../field'
import { TextDisplay } from './Display'
import { textOperators } from './operators'

export const text: FieldType = { Display: TextDisplay, operators: () => textOperators, width: 130 }
