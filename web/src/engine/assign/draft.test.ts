import { describe, expect, it } from 'vitest'
import { assignmentOf, countOf, EMPTY, isComplete } from './draft'

const contacts = { object: 'contacts', ends: false, all: 5, sameOwner: 3, open: 5, openOfSameOwner: 3 }
const sales = { object: 'opportunities', ends: true, all: 9, sameOwner: 6, open: 4, openOfSameOwner: 2 }

describe('What is chosen when records are given away', () => {
  it('is complete with a person or a rule', () => {
    expect(isComplete(EMPTY)).toBe(false)
    expect(isComplete({ ...EMPTY, person: { id: 'p' } })).toBe(true)
    expect(isComplete({ ...EMPTY, by: 'rule' })).toBe(true)
  })

  it('names the person or the rule, never both', () => {
    const draft = { ...EMPTY, person: { id: 'p' }, note: ' hello ' }
    expect(assignmentOf(draft)).toEqual({
      to: 'p',
      along: [],
      alongOf: 'same-owner',
      alongState: 'open',
      note: 'hello',
    })
    expect(assignmentOf({ ...draft, by: 'rule', note: '', anyone: true, all: true })).toEqual({
      rule: 'matching',
      along: [],
      alongOf: 'anyone',
      alongState: 'all',
    })
  })

  it('counts what would move along', () => {
    expect(countOf(contacts, { anyone: false, all: false })).toBe(3)
    expect(countOf(contacts, { anyone: true, all: false })).toBe(5)
    expect(countOf(sales, { anyone: false, all: false })).toBe(2)
    expect(countOf(sales, { anyone: true, all: false })).toBe(4)
    expect(countOf(sales, { anyone: true, all: true })).toBe(9)
    expect(countOf({ object: 'tasks', ends: true }, { anyone: true, all: true })).toBeUndefined()
  })
})
