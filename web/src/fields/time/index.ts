import { lazy } from 'react'
import { dateOperators } from '../date/operators'
import type { FieldType } from '../field'
import { TimeDisplay } from './Display'

const Input = lazy(async () => ({ default: (await import('./Input')).TimeInput }))

export const time: FieldType = {
  Display: TimeDisplay, Input, operators: () => dateOperators, width: 142, savesOnChange: true,
}
