import { describe, expect, it } from 'vitest'
import { Catalog } from '~/api/metadata'
import type { Attribute, Metadata, ObjectType } from '~/api/types'
import { asksForAll, chosenOf, pipelineOf, stagesAskedFor, stagesOf, stagesOfAll, withPipeline } from './pipelines'

const choice = (name: string, codes: string[], more: Partial<Attribute> = {}) =>
  ({
    name,
    type: 'choice',
    filterable: true,
    choices: codes.map((code) => ({ code, label: code, active: code !== 'old' })),
    ...more,
  }) as unknown as Attribute

const business = choice('business', ['first', 'renewal', 'rest'])
const stage = choice('stage', ['find', 'offer', 'won', 'old'])
const object = {
  name: 'sales',
  kind: 'business',
  attributes: [business, stage],
  layouts: [{ kind: 'renewal', sections: [], quick: [], choices: { stage: ['offer', 'won'] } }],
} as unknown as ObjectType
const catalogOf = (only: ObjectType) => new Catalog({ objects: [only] } as unknown as Metadata)
const codes = (choices: { code: string }[]) => choices.map(({ code }) => code)
const of = (values: Record<string, unknown>) => (name: string) => values[name]

describe('Pipelines', () => {
  it('are the kinds, where one of them has stages of its own', () => {
    expect(pipelineOf(catalogOf(object), object, stage)).toBe(business)
    const alike = { ...object, layouts: [] }
    expect(pipelineOf(catalogOf(alike), alike, stage)).toBeUndefined()
  })

  it('are the choices that stages go by', () => {
    const dependent = choice('stage', ['find', 'won'], {
      dependsOn: { attribute: 'business', fits: { first: ['won'] } },
    })
    const plain = { ...object, kind: null, layouts: [], attributes: [business, dependent] }
    expect(pipelineOf(catalogOf(plain), plain, dependent)).toBe(business)
    expect(codes(stagesOf(plain, dependent, of({ business: 'first' })))).toEqual(['won'])
  })

  it('offer a record its own stages, and the one where it stands', () => {
    expect(codes(stagesOf(object, stage, of({ business: 'renewal', stage: 'offer' })))).toEqual(['offer', 'won'])
    expect(codes(stagesOf(object, stage, of({ business: 'renewal', stage: 'old' })))).toEqual(['offer', 'won', 'old'])
    expect(codes(stagesOf(object, stage, of({ business: 'first' })))).toEqual(['find', 'offer', 'won'])
  })

  it('have the stages of all that are asked for', () => {
    expect(codes(stagesOfAll(object, stage, business, ['renewal']))).toEqual(['offer', 'won'])
    expect(codes(stagesOfAll(object, stage, business, ['renewal', 'rest']))).toEqual(['find', 'offer', 'won'])
  })

  it('leave the stages of others out of use where a filter asks for one', () => {
    const active = (filter: string) =>
      (stagesAskedFor(catalogOf(object), object, stage, filter).choices ?? []).filter((each) => each.active)
    expect(codes(active("business == 'renewal'"))).toEqual(['offer', 'won'])
    expect(codes(active(''))).toEqual(['find', 'offer', 'won'])
  })

  it('are chosen by the filter, and by nothing else', () => {
    expect(chosenOf('', business)).toBeUndefined()
    expect(chosenOf("amount > 5 && business == 'renewal'", business)).toEqual(['renewal'])
    expect(chosenOf("business in ['first', 'rest']", business)).toEqual(['first', 'rest'])
    expect(chosenOf("business != 'first'", business)).toBeUndefined()
    expect(asksForAll("business != 'first'", business)).toBe(false)
    expect(asksForAll('amount > 5', business)).toBe(true)
    expect(chosenOf("business == 'first' || amount > 5", business)).toBeUndefined()
  })

  it('are changed in the filter, which stays as it was otherwise', () => {
    const filter = "(amount > 5 || owner == me()) && business in ['first', 'rest']"
    expect(withPipeline(filter, business, 'renewal')).toBe("(amount > 5 || owner == me()) && business == 'renewal'")
    expect(withPipeline(filter, business, undefined)).toBe('(amount > 5 || owner == me())')
    expect(withPipeline("business != 'first'", business, 'first')).toBe("business == 'first'")
    expect(withPipeline('', business, 'first')).toBe("business == 'first'")
    expect(withPipeline("a == 1 || business == 'x'", business, 'first')).toBe(
      "(a == 1 || business == 'x') && business == 'first'",
    )
  })
})
