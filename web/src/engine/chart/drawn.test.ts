import { describe, expect, it } from 'vitest'
import { rangeOf } from './drawn'
import type { Figure } from './figures'

const figures = (...values: number[]): Figure[] =>
  values.map((value, index) => ({ key: String(index), label: '', value, text: '', count: 1, condition: '' }))

describe('what bars are held against', () => {
  it('is the greatest, from nought', () => expect(rangeOf(figures(30, 20))).toEqual({ least: 0, greatest: 30 }))
  it('begins below nought with debts', () => expect(rangeOf(figures(-5, 20))).toEqual({ least: -5, greatest: 20 }))
  it('ends at nought where there are only debts', () =>
    expect(rangeOf(figures(-5, -1))).toEqual({ least: -5, greatest: 0 }))
  it('has a width even of nothing', () => expect(rangeOf(figures(0, 0))).toEqual({ least: 0, greatest: 1 }))
})
