import { describe, expect, it } from 'vitest'
import { attribute } from '~/api/attributes'
import { missingIn } from './CompletenessCard'

describe('what to ask for next', () => {
  const attributes = [
    attribute('phone', 'phone'),
    attribute('email', 'email', { writable: false }),
    attribute('code', 'text', { masked: true }),
    attribute('city', 'text'),
  ]
  it('is what is missing and may be written, in the order of the definition', () =>
    expect(missingIn(attributes, { id: '1', version: 1 }).map(({ name }) => name)).toEqual(['phone', 'city']))
  it('is not what is there', () =>
    expect(missingIn(attributes, { id: '1', version: 1, phone: '1' }).map(({ name }) => name)).toEqual(['city']))
})
