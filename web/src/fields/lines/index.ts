import { lazy } from 'react'
import type { FieldType } from '../field'

/** Tables of rows hold inputs of every type, so they load after the registry of types is complete. */
const Display = lazy(async () => ({ default: (await import('./Display')).LinesDisplay }))
const Input = lazy(async () => ({ default: (await import('./Input')).LinesInput }))

export const lines: FieldType = { Display, Input, operators: () => [], width: 200 }
