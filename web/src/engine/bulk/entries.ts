import type { Attribute, ObjectType } from '~/api/types'
import { isEmpty } from '~/fields/registry'

/** One attribute that many records shall have alike. */
export interface Entry {
  name: string
  value: unknown
  /** It is emptied instead. */
  clear: boolean
}

/**
 * What many records can have alike: neither what tells them apart nor tables of their own. Whose they are has an action of
 * its own, which also says what moves along.
 */
export const offeredIn = (object: ObjectType): Attribute[] =>
  object.attributes.filter(
    (attribute) =>
      attribute.writable &&
      !attribute.derived &&
      !attribute.masked &&
      !attribute.unique &&
      attribute.type !== 'lines' &&
      !(attribute.name === 'owner' && object.capabilities.includes('owned')),
  )

const isDone = ({ value, clear }: Entry): boolean => clear || !isEmpty(value)

/** The values as they are chosen; undefined while something is missing. */
export function valuesOf(entries: readonly Entry[]): Record<string, unknown> | undefined {
  if (entries.length === 0 || !entries.every(isDone)) return undefined
  return Object.fromEntries(entries.map(({ name, value, clear }) => [name, clear ? null : value]))
}
