import { describe, expect, it } from 'vitest'
import type { Attribute, ObjectType } from '~/api/types'
import { isCellEditable, nextCell } from './editable'

const attribute = (rest: Partial<Attribute> = {}) =>
  ({ name: 'city', type: 'text', writable: true, ...rest }) as Attribute
const object = (rights: Partial<ObjectType['rights']> = {}) =>
  ({
    title: 'name',
    capabilities: ['owned'],
    rights: { edit: true, assign: false, ...rights },
  }) as unknown as ObjectType

describe('A cell of a list', () => {
  it('can be edited where the reader may write it', () => {
    expect(isCellEditable(object(), attribute())).toBe(true)
    expect(isCellEditable(object({ edit: false }), attribute())).toBe(false)
  })

  it('may be edited in a card beside it, where it has several controls', () => {
    expect(isCellEditable(object(), attribute({ type: 'address' }))).toBe(true)
  })

  it.each([
    ['read-only', { writable: false }],
    ['computed', { derived: true }],
    ['seen in part', { masked: true }],
    ['a table of its own', { type: 'lines' as const }],
    ['a file, which is chosen elsewhere', { type: 'file' as const }],
    ['the title, which is a link', { name: 'name' }],
  ])('does not pretend to where it is %s', (_, rest) => {
    expect(isCellEditable(object(), attribute(rest))).toBe(false)
  })

  it('gives a record away only for whoever may', () => {
    expect(isCellEditable(object(), attribute({ name: 'owner' }))).toBe(false)
    expect(isCellEditable(object({ assign: true }), attribute({ name: 'owner' }))).toBe(true)
  })
})

describe('The way through the cells', () => {
  const rows = [{ id: '1' }, { id: '2' }]
  const names = ['city', 'grade']

  it('goes as one reads, and back', () => {
    expect(nextCell(rows, names, { id: '1', name: 'city' }, 1)).toEqual({ id: '1', name: 'grade' })
    expect(nextCell(rows, names, { id: '1', name: 'grade' }, 1)).toEqual({ id: '2', name: 'city' })
    expect(nextCell(rows, names, { id: '2', name: 'city' }, -1)).toEqual({ id: '1', name: 'grade' })
  })

  it('ends at either end, and where the row has gone', () => {
    expect(nextCell(rows, names, { id: '2', name: 'grade' }, 1)).toBeUndefined()
    expect(nextCell(rows, names, { id: '1', name: 'city' }, -1)).toBeUndefined()
    expect(nextCell(rows, names, { id: '9', name: 'city' }, 1)).toBeUndefined()
  })
})
