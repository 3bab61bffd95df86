import type { Attribute, ObjectType } from '~/api/types'
import { isEmpty } from '~/fields/registry'

export type How = 'add' | 'remove' | 'set'

/** One attribute that many records shall have alike. */
export interface Entry {
  name: string
  value: unknown
  /** It is emptied instead. */
  clear: boolean
  /** What becomes of the choices where each record may hold several; they are added where nobody says otherwise. */
  how?: How
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

/** The choices of which these records may hold several and which many can be given at once. */
export const heldIn = (object: ObjectType): Attribute | undefined =>
  offeredIn(object).find(({ type }) => type === 'choices')

const isDone = ({ value, clear }: Entry): boolean => clear || !isEmpty(value)

const valueOf = ({ value, clear, how }: Entry): unknown => {
  if (clear) return null
  return how === 'add' || how === 'remove' ? { [how]: value } : value
}

/** An attribute whose value is still to be given. */
export const entryOf = (attribute: Attribute): Entry => ({
  name: attribute.name,
  value: null,
  clear: false,
  how: attribute.type === 'choices' ? 'add' : undefined,
})

/** The values as they are chosen; undefined while something is missing. */
export function valuesOf(entries: readonly Entry[]): Record<string, unknown> | undefined {
  if (entries.length === 0 || !entries.every(isDone)) return undefined
  return Object.fromEntries(entries.map((entry) => [entry.name, valueOf(entry)]))
}
