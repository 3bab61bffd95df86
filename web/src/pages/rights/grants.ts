import { RIGHTS, type AttributeRight, type Grant, type OfferedRight, type Range, type Right } from '~/api/roles'
import type { ObjectType } from '~/api/types'

export const NOTHING: Range = { scopes: [], departments: [] }
export const ALL: Range = { scopes: ['all'], departments: [] }

/** Nothing of these can be done with records one may not change. */
const OF_CHANGING: ReadonlySet<Right> = new Set(['delete', 'assign', 'bulk'])

export const isOwned = (object: ObjectType): boolean => object.capabilities.includes('owned')

/** Whose records may be seen, as somebody set it; what may be changed may be seen as well. */
export const seenOf = (grant: Grant): Range => (grant.rights.includes('read') ? grant.read : NOTHING)

export const changedOf = (grant: Grant): Range => (grant.rights.includes('edit') ? grant.write : NOTHING)

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)]

export const isNothing = ({ scopes }: Range): boolean => scopes.length === 0

/** What both name; with everyone's the rest goes without saying. */
export const together = (one: Range, other: Range): Range => {
  const scopes = unique([...one.scopes, ...other.scopes])
  return scopes.includes('all') ? ALL : { scopes, departments: unique([...one.departments, ...other.departments]) }
}

/** Whoever sees nothing can do nothing. */
export function withSeen(grant: Grant, range: Range): Grant {
  if (isNothing(range)) return { ...grant, rights: [], read: NOTHING, write: NOTHING }
  return { ...grant, rights: unique<Right>([...grant.rights, 'read']), read: range }
}

export function withChanged(grant: Grant, range: Range): Grant {
  if (isNothing(range)) {
    const rights = grant.rights.filter((right) => right !== 'edit' && !OF_CHANGING.has(right))
    return { ...grant, rights, write: NOTHING }
  }
  const seen = isNothing(seenOf(grant)) ? withSeen(grant, range) : grant
  return { ...seen, rights: unique<Right>([...seen.rights, 'edit']), write: range }
}

export const withRight = (grant: Grant, right: Right, on: boolean): Grant => ({
  ...grant,
  rights: on ? unique([...grant.rights, right]) : grant.rights.filter((each) => each !== right),
})

export function withAttribute(grant: Grant, name: string, right: AttributeRight): Grant {
  const { [name]: _, ...others } = grant.attributes
  return { ...grant, attributes: right === 'write' ? others : { ...others, [name]: right } }
}

/** What there is to allow with an object at all. */
export const offeredRights = (object: ObjectType): OfferedRight[] =>
  RIGHTS.filter((right) =>
    right === 'import' ? object.capabilities.includes('importable') : right === 'assign' ? isOwned(object) : true,
  )

/** Whether what was allowed before lets the right be allowed too. */
export const isPossible = (grant: Grant, right: Right): boolean =>
  grant.rights.includes('read') && (!OF_CHANGING.has(right) || grant.rights.includes('edit'))

const sorted = ({ scopes, departments }: Range) => [scopes.toSorted(), departments.toSorted()]

const keyOf = ({ rights, read, write, attributes }: Grant): string =>
  JSON.stringify([rights.toSorted(), sorted(read), sorted(write), Object.entries(attributes).toSorted()])

/** The objects with which the two allow different things. */
export function differences(mine: readonly Grant[], theirs: readonly Grant[]): string[] {
  const keys = new Map(theirs.map((grant) => [grant.object, keyOf(grant)]))
  return mine.filter((grant) => keys.get(grant.object) !== keyOf(grant)).map(({ object }) => object)
}
