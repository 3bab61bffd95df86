import type { Attribute, ObjectType } from '~/api/types'
import { fieldType } from '~/fields/registry'

/** What can be written in a list: not the title, which leads to the record, and nothing that is wider than a cell or is chosen elsewhere. */
export function isCellEditable(object: ObjectType, attribute: Attribute): boolean {
  const givesAway = attribute.name === 'owner' && object.capabilities.includes('owned')
  return (
    object.rights.edit &&
    attribute.writable &&
    !attribute.derived &&
    !attribute.masked &&
    fieldType(attribute).inCell !== 'never' &&
    attribute.name !== object.title &&
    (!givesAway || object.rights.assign)
  )
}

export interface CellPlace {
  id: string
  name: string
}

/** The next cell that can be edited, row by row as one reads; undefined where that was the last. */
export function nextCell(
  rows: readonly { id: string }[],
  names: readonly string[],
  from: CellPlace,
  by: 1 | -1,
): CellPlace | undefined {
  const row = rows.findIndex(({ id }) => id === from.id)
  const column = names.indexOf(from.name)
  if (row < 0 || column < 0) return undefined
  const at = row * names.length + column + by
  const next = rows[Math.floor(at / names.length)]
  const name = names[at % names.length]
  return next && name !== undefined ? { id: next.id, name } : undefined
}
