import { dateOperators } from '../date/operators'
import type { FieldType } from '../field'
import { TimeDisplay } from './Display'

export const time: FieldType = {
  Display: TimeDisplay,
  operators: () => dateOperators,
  width: 142,
  savesOnChange: true,
}
