import { lazy } from 'react'
import type { FieldType } from '../field'

/** A table of rows shows values of every type, so it loads after the registry of types is complete. */
const Display = lazy(async () => ({ default: (await import('./Display')).LinesDisplay }))

export const lines: FieldType = { Display, operators: () => [], width: 200, inCell: 'never' }
