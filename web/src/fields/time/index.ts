import { lazy } from 'react'
import type { FieldType } from '../field'
import { TimeDisplay } from './Display'
import { timeOperators } from './operators'

const Input = lazy(async () => ({ default: (await import('./Input')).TimeInput }))

export const time: FieldType = {
  Display: TimeDisplay, Input, operators: () => timeOperators, width: 136, savesOnChange: true,
}
