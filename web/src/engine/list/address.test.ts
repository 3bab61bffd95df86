import { describe, expect, it } from 'vitest'
import { nextSort, readListAddress, readSort } from './address'

describe('The address of a list', () => {
  it('keeps the filter, the order and the columns, and nothing else', () => {
    expect(readListAddress({ filter: "a == 'b'", sort: '-amount', columns: 'a,b', other: 'x' })).toEqual({
      filter: "a == 'b'",
      sort: '-amount',
      columns: 'a,b',
    })
  })

  it('keeps the view and what a chart shows, and no view that there is none of', () => {
    expect(readListAddress({ view: 'chart', group: 'stage', measure: 'sum(amount)', kind: 'trend' })).toEqual({
      view: 'chart',
      group: 'stage',
      measure: 'sum(amount)',
      kind: 'trend',
    })
    expect(readListAddress({ view: 'carousel' })).toEqual({})
  })

  it('reads a value that looks like a number or a truth as text', () => {
    expect(readListAddress({ filter: true, sort: 5, columns: '' })).toEqual({ filter: 'true', sort: '5' })
  })
})

describe('Sorting', () => {
  it('reads the first attribute and its direction', () => {
    expect(readSort('-amount,name')).toEqual({ attribute: 'amount', falls: true })
    expect(readSort('name')).toEqual({ attribute: 'name', falls: false })
    expect(readSort('')).toBeUndefined()
  })

  it('goes from the useful direction to the other and back to the own order', () => {
    expect(nextSort(undefined, 'amount', true)).toBe('-amount')
    expect(nextSort({ attribute: 'amount', falls: true }, 'amount', true)).toBe('amount')
    expect(nextSort({ attribute: 'amount', falls: false }, 'amount', true)).toBeUndefined()
    expect(nextSort({ attribute: 'name', falls: false }, 'amount', true)).toBe('-amount')
  })
})
