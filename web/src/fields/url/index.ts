import type { FieldType } from '../field'
import { textOperators } from '../text/operators'
import { UrlDisplay } from './Display'

export const url: FieldType = { Display: UrlDisplay, operators: () => textOperators, width: 180 }
