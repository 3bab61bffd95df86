import { describe, expect, it } from 'vitest'
import { STAGE } from '~/testing/attributes'
import { funnelBars } from './bars'

const sum = (amount: string) => ({ byCurrency: [], base: { amount, currency: 'CNY' }, unconverted: 0 })

describe('The bars of the funnel', () => {
  it('stand in the order of the stages, the empty ones too, as long as their sums', () => {
    const groups = [
      { stage: 'won', count: 1, s: sum('200') },
      { stage: 'open', count: 9, s: sum('100') },
    ]
    const bars = funnelBars({ groups, restricted: false }, STAGE, 's')
    expect(bars.map((bar) => [bar.choice.code, bar.count, bar.share])).toEqual([
      ['open', 9, 50],
      ['talks', 0, 0],
      ['won', 1, 100],
      ['lost', 0, 0],
    ])
  })

  it('are as long as their counts where there are no sums', () => {
    const bars = funnelBars(
      {
        groups: [
          { stage: 'open', count: 4, s: null },
          { stage: 'talks', count: 1, s: null },
        ],
        restricted: false,
      },
      STAGE,
      's',
    )
    expect(bars.map((bar) => bar.share)).toEqual([100, 25, 0, 0])
  })

  it('are as long as their counts where amounts of several currencies have no rate', () => {
    const only = (currency: string) => ({ byCurrency: [{ amount: '900', currency }], base: null, unconverted: 1 })
    const groups = [
      { stage: 'open', count: 1, s: only('JPY') },
      { stage: 'won', count: 2, s: only('USD') },
    ]
    const bars = funnelBars({ groups, restricted: false }, STAGE, 's')
    expect(bars.map(({ share }) => share)).toEqual([50, 0, 100, 0])
  })

  it('show the sum of an only currency that has no rate', () => {
    const only = { byCurrency: [{ amount: '5', currency: 'USD' }], base: null, unconverted: 1 }
    expect(
      funnelBars({ groups: [{ stage: 'open', count: 1, s: only }], restricted: false }, STAGE, 's')[0]?.sum,
    ).toEqual({ amount: '5', currency: 'USD' })
  })
})
