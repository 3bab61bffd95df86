import { describe, expect, it } from 'vitest'
import type { ImportField, Survey, SurveyColumn } from '~/api/imports'
import { draftOf, given, isGiven, mapOf, taken, type Draft } from './draft'

const column = (header: string, field?: string): SurveyColumn => ({
  header,
  filled: 1,
  samples: [],
  guess: field ? { field, confidence: 1, likely: true, reason: 'name' } : null,
})
const survey = (...columns: SurveyColumn[]): Survey => ({
  file: { id: 'u', name: 'a.xlsx', size: 1, format: 'xlsx' },
  rows: 1,
  columns,
  fields: [] as ImportField[],
  remembered: null,
})
const FIRST = survey(column('名称', 'name'), column('城市', 'city'))
const SECOND = survey(column('公司', 'name'), column('城市', 'city'))
const draft = (rest: Partial<Draft>): Draft => ({ ...draftOf(FIRST, {}), ...rest })

describe('A draft', () => {
  it('speaks of no column but those of the sheet that is read', () => {
    const old = draft({})
    expect(Object.keys(mapOf('customers', old, SECOND).columns)).toEqual(['公司', '城市'])
    expect([...given(old, SECOND)]).toEqual(['city'])
    expect([...taken(old, SECOND)]).toEqual(['city'])
  })

  it('counts a field as given only once it has a value, and keeps it from being chosen twice before', () => {
    const blank = draft({
      fixed: [
        { field: 'source', value: null },
        { field: 'note', value: '  ' },
        { field: 'revenue', value: { amount: '', currency: 'EUR' } },
        { field: 'hot', value: false },
      ],
    })
    expect([...given(blank, FIRST)]).toEqual(['name', 'city', 'hot'])
    expect([...taken(blank, FIRST)]).toEqual(['name', 'city', 'source', 'note', 'revenue', 'hot'])
    expect(mapOf('customers', blank, FIRST).constants).toEqual({ hot: false })
  })

  it('counts a field as given where a part of it is', () => {
    expect(isGiven('c_ship', new Set(['name', 'c_ship.city']))).toBe(true)
    expect(isGiven('c_ship', new Set(['c_shipping', 'c_bill.city']))).toBe(false)
  })

  it('sends values as the server takes them, and texts made of cells as templates', () => {
    const fixed = [
      { field: 'title', value: '{名称} · {城市}' },
      { field: 'revenue', value: { amount: '5', currency: 'EUR' } },
      { field: 'source', value: 'fair' },
    ]
    const map = mapOf('customers', draft({ fixed }), FIRST)
    expect(map.computed).toEqual({ title: { template: '{名称} · {城市}' } })
    expect(map.constants).toEqual({ revenue: { amount: '5', currency: 'EUR' }, source: 'fair' })
    expect(draftOf({ ...FIRST, remembered: map }, {}).fixed).toEqual(fixed)
  })
})
