import type { Attribute, ObjectType } from '~/api/types'

/**
 * The attributes of an object in the order in which people look for them: as the sections of its page have them, then whatever those
 * have not, such as when a record was made and its external id.
 */
export function workedWith({ attributes, sections }: Pick<ObjectType, 'attributes' | 'sections'>): Attribute[] {
  const places = new Map(sections.flatMap((section) => section.attributes).map((name, place) => [name, place]))
  const place = ({ name }: Attribute) => places.get(name) ?? Number.MAX_SAFE_INTEGER
  return [...attributes].sort((one, other) => Math.sign(place(one) - place(other)))
}
