import { describe, expect, it } from 'vitest'
import { oneSum, together } from './sums'

const money = (amount: string, currency: string) => ({ amount, currency })

describe('Several sums', () => {
  it('are one, each currency by itself and without a rest', () => {
    const all = together([
      { byCurrency: [money('0.1', 'USD'), money('7', 'EUR')], base: money('0.1', 'USD'), unconverted: 1 },
      { byCurrency: [money('0.2', 'USD')], base: money('0.2', 'USD'), unconverted: 0 },
    ])
    expect(all).toEqual({
      byCurrency: [money('7', 'EUR'), money('0.3', 'USD')],
      base: money('0.3', 'USD'),
      unconverted: 1,
    })
  })

  it('of different currencies without a rate are no amount', () => {
    const only = (currency: string) => ({ byCurrency: [money('5', currency)], base: null, unconverted: 1 })
    expect(oneSum(together([only('EUR'), only('EUR')]))).toEqual(money('10', 'EUR'))
    expect(oneSum(together([only('EUR'), only('JPY')]))).toBeNull()
  })
})
