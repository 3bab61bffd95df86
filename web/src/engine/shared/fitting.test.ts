import { describe, expect, it } from 'vitest'
import type { Attribute, ObjectType } from '~/api/types'
import { fittingCodes, misfits, narrowed } from './fitting'

const choice = (name: string, codes: string[], dependsOn: Attribute['dependsOn'] = null) =>
  ({ name, dependsOn, choices: codes.map((code) => ({ code, label: code, active: true })) }) as unknown as Attribute

const brand = choice('brand', ['a', 'b', 'c'])
const model = choice('model', ['a1', 'a2', 'b1'], { attribute: 'brand', fits: { a: ['a1', 'a2'], b: ['b1'] } })
const parts = choice('parts', ['x', 'y'], { attribute: 'model', fits: { a1: ['x'], b1: ['y'] } })
const object = { attributes: [brand, model, parts] } as unknown as ObjectType
const read = (values: Record<string, unknown>) => (name: string) => values[name]

describe('Choices that go by another', () => {
  it('are all there where nothing is chosen, or nothing is said of what is', () => {
    expect(fittingCodes(model, read({}))).toBeUndefined()
    expect(fittingCodes(model, read({ brand: 'c' }))).toBeUndefined()
    expect(fittingCodes(model, read({ brand: ['a', 'c'] }))).toBeUndefined()
  })

  it('are those that fit to any of several, and what stands there', () => {
    expect([...(fittingCodes(model, read({ brand: ['a', 'b'] })) ?? [])]).toEqual(['a1', 'a2', 'b1'])
    expect(narrowed(model, read({ brand: 'b', model: 'a1' })).choices?.map(({ code }) => code)).toEqual(['a1', 'b1'])
    expect(narrowed(brand, read({}))).toBe(brand)
  })

  it('go, one after the other, where they fit no more', () => {
    expect(misfits(object, 'brand', read({ brand: 'b', model: 'a1', parts: 'x' }))).toEqual({ model: null })
    expect(misfits(object, 'model', read({ brand: 'b', model: 'b1', parts: ['x', 'y'] }))).toEqual({ parts: ['y'] })
    expect(misfits(object, 'brand', read({ brand: 'a', model: 'a1', parts: 'x' }))).toEqual({})
  })
})
