import { describe, expect, it } from 'vitest'
import type { Rule } from '~/api/rules'
import { draftOf, inputOf } from './draft'

const RULE: Rule = {
  id: 'r',
  version: 3,
  object: 'customers',
  name: 'In turn',
  active: true,
  automatic: false,
  condition: "grade == 'a'",
  method: 'round-robin',
  attribute: null,
  mostOpen: 20,
  people: [{ id: 'a', title: 'Ann' }, { id: 'b' }],
  group: null,
  values: [],
}

describe('A rule that is written', () => {
  it('is the stored one as long as nothing is changed', () => {
    expect(inputOf(draftOf(RULE, '', 'departments'))).toEqual({
      object: 'customers',
      name: 'In turn',
      active: true,
      automatic: false,
      condition: "grade == 'a'",
      method: 'round-robin',
      attribute: null,
      mostOpen: 20,
      people: ['a', 'b'],
      group: null,
      values: [],
    })
  })

  it('says nothing of what belongs to another way of choosing', () => {
    const draft = { ...draftOf(RULE, '', 'departments'), group: { id: 'd' }, attribute: 'region' }
    expect(inputOf({ ...draft, pool: 'group' })).toMatchObject({
      people: [],
      group: { object: 'departments', id: 'd' },
    })
    expect(inputOf({ ...draft, pool: 'byValue' })).toMatchObject({ method: 'by-value', people: [], group: null })
  })

  it('names records and texts by what they are looked up by', () => {
    const draft = draftOf(undefined, 'customers', 'departments')
    const values = [
      { key: '1', value: { id: 'p', title: 'Rock' }, person: { id: 'a' } },
      { key: '2', value: 'North', person: { id: 'b' } },
      { key: '3', value: 'half', person: null },
    ]
    expect(inputOf({ ...draft, pool: 'byValue', attribute: 'region', values }).values).toEqual([
      { value: 'p', person: 'a' },
      { value: 'North', person: 'b' },
    ])
  })
})
