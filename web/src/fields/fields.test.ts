import { describe, expect, it } from 'vitest'
import { Catalog } from '~/api/metadata'
import { errorsByAttribute, Problem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { attribute } from '~/testing/attributes'
import { initialsOf } from '~/ui/Avatar'
import { webAddress } from './url/Display'
import { toWire } from './wire'

const ROWS = {
  name: 'rows',
  title: 'product',
  attributes: [
    attribute('product', 'reference', { reference: 'products' }),
    attribute('quantity', 'decimal'),
    attribute('total', 'money', { writable: false }),
  ],
} as Partial<ObjectType> as ObjectType
const CATALOG = new Catalog({
  language: 'en',
  tenant: { slug: '', name: '', baseCurrency: 'CNY' },
  areas: [],
  objects: [ROWS],
})

describe('A value on its way to the server', () => {
  it('refers by id alone', () => {
    expect(toWire(CATALOG, attribute('customer', 'reference'), { id: '1', title: 'A' })).toEqual({ id: '1' })
  })

  it('leaves out of rows what may not be written, and keeps the ids of those that have one', () => {
    const rows = [
      { id: '7', version: 2, product: { id: '1', title: 'A' }, quantity: '2', total: { amount: '5', currency: 'CNY' } },
      { quantity: '1' },
    ]
    expect(toWire(CATALOG, attribute('lines', 'lines', { lines: 'rows' }), rows)).toEqual([
      { id: '7', product: { id: '1' }, quantity: '2' },
      { quantity: '1' },
    ])
  })

  it('is null for money without an amount', () => {
    expect(toWire(CATALOG, attribute('amount', 'money'), { amount: '', currency: 'USD' })).toBeNull()
  })

  it('is false for a switch that is off, not nothing', () => {
    expect(toWire(CATALOG, attribute('active', 'boolean'), false)).toBe(false)
  })
})

describe('A web address', () => {
  it('is only a link where it leads to the web', () => {
    expect(webAddress('example.com/a')).toBe('https://example.com/a')
    expect(webAddress('http://example.com')).toBe('http://example.com')
    expect(webAddress('javascript:alert(1)')).toBeUndefined()
    expect(webAddress('not an address')).toBeUndefined()
  })
})

describe('The sign of a person', () => {
  it('is the family name in Chinese and initials in latin letters', () => {
    expect(initialsOf('林悦')).toBe('林')
    expect(initialsOf('Anna Snelling')).toBe('AS')
    expect(initialsOf('')).toBe('')
  })
})

describe('The errors of a problem', () => {
  it('belong to the attribute their path begins with', () => {
    const errors = [
      { path: 'lines[1].product', code: 'required', message: 'A' },
      { path: 'lines', code: 'x', message: 'B' },
      { path: 'title', code: 'x', message: 'C' },
    ]
    expect(errorsByAttribute(errors)).toEqual({ lines: 'A B', title: 'C' })
  })
})

describe('The message of a problem', () => {
  it('is what is wrong with the whole request, else the detail, else the title', () => {
    const whole = [{ path: '', code: 'bad-credentials', message: 'Wrong password.' }]
    expect(new Problem(401, { title: 'T', detail: 'D', errors: whole }).message).toBe('Wrong password.')
    expect(
      new Problem(422, { title: 'T', detail: 'D', errors: [{ path: 'a', code: 'x', message: 'A' }] }).message,
    ).toBe('D')
    expect(new Problem(404, { title: 'T' }).message).toBe('T')
  })
})
