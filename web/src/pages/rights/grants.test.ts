import { describe, expect, it } from 'vitest'
import type { Grant } from '~/api/roles'
import {
  ALL,
  differences,
  isPossible,
  NOTHING,
  together,
  withAttribute,
  withChanged,
  withRight,
  withSeen,
} from './grants'

const OWN = { scopes: ['own' as const], departments: [] }

const grant = (rest: Partial<Grant> = {}): Grant => ({
  object: 'customers',
  rights: [],
  read: NOTHING,
  write: NOTHING,
  attributes: {},
  ...rest,
})

describe('What a role allows with an object', () => {
  it('includes to see what may be changed', () => {
    const changed = withChanged(grant(), OWN)
    expect(changed.rights).toEqual(['read', 'edit'])
    expect(changed.read).toEqual(OWN)
  })

  it('is nothing at all where nothing is seen', () => {
    const all = grant({ rights: ['read', 'edit', 'create', 'export'], read: ALL, write: OWN })
    expect(withSeen(all, NOTHING)).toMatchObject({ rights: [], read: NOTHING, write: NOTHING })
  })

  it('is neither to delete nor to give away what may not be changed', () => {
    const before = grant({ rights: ['read', 'edit', 'create', 'delete', 'assign', 'bulk'], read: ALL, write: OWN })
    const after = withChanged(before, NOTHING)
    expect(after.rights).toEqual(['read', 'create'])
    expect(after.read).toEqual(ALL)
    expect(isPossible(after, 'delete')).toBe(false)
    expect(isPossible(after, 'export')).toBe(true)
  })

  it('names only attributes that may not be written', () => {
    const hidden = withAttribute(grant(), 'mobile', 'hidden')
    expect(hidden.attributes).toEqual({ mobile: 'hidden' })
    expect(withAttribute(hidden, 'mobile', 'write').attributes).toEqual({})
  })

  it('is everyone’s where one of two ranges is', () => {
    expect(together(OWN, ALL)).toEqual(ALL)
    expect(together(OWN, { scopes: ['departments'], departments: ['d'] })).toEqual({
      scopes: ['own', 'departments'],
      departments: ['d'],
    })
  })

  it('differs by what is allowed, not by the order in which it was said', () => {
    const one = grant({ rights: ['read', 'edit'], read: ALL, write: OWN })
    const same = grant({ rights: ['edit', 'read'], read: ALL, write: OWN })
    expect(differences([one], [same])).toEqual([])
    expect(differences([one], [withRight(same, 'export', true)])).toEqual(['customers'])
  })
})
