import type { FieldType } from '../field'
import { textOperators } from '../text/operators'
import { UrlDisplay } from './Display'
import { UrlInput } from './Input'

export const url: FieldType = { Display: UrlDisplay, Input: UrlInput, operators: () => textOperators, width: 180 }
