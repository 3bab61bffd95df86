import { lazy } from 'react'
import type { FieldType } from '../field'
import { DateDisplay } from './Display'
import { dateOperators } from './operators'

/** The calendar is large and only needed to edit. */
const Input = lazy(async () => ({ default: (await import('./Input')).DateInput }))

export const date: FieldType = {
  Display: DateDisplay, Input, operators: () => dateOperators, width: 142, savesOnChange: true,
}
