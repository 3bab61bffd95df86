import type { FieldType } from '../field'
import { DateDisplay } from './Display'
import { dateOperators } from './operators'

export const date: FieldType = {
  Display: DateDisplay,
  operators: () => dateOperators,
  width: 142,
  savesOnChange: true,
}
