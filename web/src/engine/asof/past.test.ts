import { describe, expect, it } from 'vitest'
import type { ObjectType } from '~/api/types'
import { asInPast, notAfter } from './past'

describe('the past', () => {
  it('is read and nothing else', () => {
    const object = {
      name: 'customers',
      rights: { read: true, edit: true, create: true, bulk: true },
    } as unknown as ObjectType
    expect(asInPast(object).rights).toEqual({ read: true, edit: false, create: false, bulk: false })
    expect(object.rights.edit).toBe(true)
  })

  it('ends now', () => {
    const now = new Date('2026-11-01T10:00:00Z')
    expect(notAfter(new Date('2026-11-01T12:00:00Z'), now)).toBe('2026-11-01T10:00:00.000Z')
    expect(notAfter(new Date('2026-10-01T12:00:00Z'), now)).toBe('2026-10-01T12:00:00.000Z')
  })
})
