import type { Catalog } from '~/api/metadata'
import type { Attribute, RecordData } from '~/api/types'
import { fieldType } from './registry'

/** A value as the server wants it: references by id alone, rows without what may not be written. */
export function toWire(catalog: Catalog, attribute: Attribute, value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (attribute.type === 'lines')
    return (value as Partial<RecordData>[]).map((row) => rowToWire(catalog, attribute, row))
  const { toWire: write } = fieldType(attribute)
  return write ? write(value) : value
}

function rowToWire(catalog: Catalog, attribute: Attribute, row: Partial<RecordData>): Record<string, unknown> {
  const object = attribute.lines ?? ''
  const written: Record<string, unknown> = row.id ? { id: row.id } : {}
  for (const [name, value] of Object.entries(row)) {
    const cell = catalog.attribute(object, name)
    if (cell?.writable && name !== 'id' && value !== null && value !== undefined)
      written[name] = toWire(catalog, cell, value)
  }
  return written
}
