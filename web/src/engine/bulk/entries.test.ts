import { describe, expect, it } from 'vitest'
import type { Attribute, ObjectType } from '~/api/types'
import { offeredIn, valuesOf } from './entries'

const attribute = (name: string, rest: Partial<Attribute> = {}) =>
  ({ name, type: 'text', writable: true, ...rest }) as Attribute

describe('What many records can have alike', () => {
  it('is what may be written and does not tell them apart', () => {
    const attributes = [
      attribute('city'),
      attribute('number', { unique: true }),
      attribute('lines', { type: 'lines' }),
      attribute('phone', { masked: true }),
      attribute('lastContactAt', { derived: true }),
      attribute('id', { writable: false }),
      attribute('owner', { type: 'reference' }),
    ]
    const object = { attributes, capabilities: ['owned'] } as unknown as ObjectType
    expect(offeredIn(object).map(({ name }) => name)).toEqual(['city'])
  })
})

describe('Chosen values', () => {
  it('are complete when each is given or cleared', () => {
    const city = { name: 'city', value: 'Taipei', clear: false }
    expect(valuesOf([])).toBeUndefined()
    expect(valuesOf([city, { name: 'grade', value: null, clear: false }])).toBeUndefined()
    expect(valuesOf([city, { name: 'grade', value: 'a', clear: true }])).toEqual({ city: 'Taipei', grade: null })
    expect(valuesOf([{ name: 'active', value: false, clear: false }])).toEqual({ active: false })
  })
})
