import type { FieldType } from '../field'
import { TextDisplay } from './Display'
import { TextInput } from './Input'
import { textOperators } from './operators'

export const text: FieldType = { Display: TextDisplay, Input: TextInput, operators: () => textOperators, width: 130 }
