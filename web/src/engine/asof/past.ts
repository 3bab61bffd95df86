import type { ObjectType } from '~/api/types'

/** An object of whose records nothing can be changed: what has been stays as it was. */
export function asInPast(object: ObjectType): ObjectType {
  const rights = Object.fromEntries(Object.keys(object.rights).map((right) => [right, right === 'read']))
  return { ...object, rights: rights as ObjectType['rights'] }
}

/** A moment is only asked for where it has been. */
export const notAfter = (chosen: Date, now: Date): string => (chosen > now ? now : chosen).toISOString()
