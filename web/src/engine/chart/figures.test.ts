import { describe, expect, it } from 'vitest'
import { attribute, STAGE } from '~/testing/attributes'
import { conditionOf, lastDay } from './drill'
import { figuresOf, unconvertedIn, type Wording } from './figures'
import { COUNT } from './measures'

const WORDING: Wording = { language: 'en', currency: 'USD', none: '(none)', gone: 'gone', yes: 'Yes', no: 'No' }
const AMOUNT = attribute('amount', 'money', { summed: true })
const SUM = { name: 'sum(amount)', how: 'sum' as const, attribute: AMOUNT }
const sum = (amount: string, unconverted = 0) => ({
  byCurrency: [{ amount, currency: 'USD' }],
  base: { amount, currency: 'USD' },
  unconverted,
})
const byStage = { path: 'stage', attribute: STAGE }
const byMonth = { path: 'closeDate:month', attribute: attribute('closeDate', 'date'), period: 'month' as const }
const byOwner = { path: 'owner', attribute: attribute('owner', 'reference', { reference: 'users' }) }
const answer = (groups: Record<string, unknown>[]) => ({ groups, restricted: false })

describe('A funnel', () => {
  const groups = [
    { stage: 'open', count: 500, 'sum(amount)': sum('0.1') },
    { stage: 'won', count: 100, 'sum(amount)': sum('0.2') },
    { stage: 'lost', count: 900, 'sum(amount)': sum('7') },
  ]

  it('tells how many came to each stage or farther, and none of the lost', () => {
    const steps = figuresOf(answer(groups), byStage, COUNT, 'funnel', WORDING)
    expect(steps.map(({ label, value, share }) => [label, value, Math.round(share ?? 0)])).toEqual([
      ['Open', 600, 100],
      ['Talks', 100, 17],
      ['Won', 100, 17],
    ])
    expect(steps[1]?.condition).toBe("stage in ['talks', 'won']")
  })

  it('adds amounts up without a rest', () => {
    expect(figuresOf(answer(groups), byStage, SUM, 'funnel', WORDING)[0]?.text).toBe('$0.30')
  })
})

describe('A trend', () => {
  it('has every month between the first and the last, and leaves out what has no day', () => {
    const groups = [
      { 'closeDate:month': '2016-11-01', count: 2 },
      { 'closeDate:month': '2017-02-01', count: 1 },
      { 'closeDate:month': null, count: 9 },
    ]
    const months = figuresOf(answer(groups), byMonth, COUNT, 'trend', WORDING)
    expect(months.map(({ label, value }) => [label, value])).toEqual([
      ['Nov 2016', 2],
      ['Dec 2016', 0],
      ['Jan 2017', 0],
      ['Feb 2017', 1],
    ])
    expect(months[1]?.condition).toBe("(closeDate >= date('2016-12-01') && closeDate <= date('2016-12-31'))")
  })
})

describe('A breakdown', () => {
  it('puts the largest first and tells shares of the whole', () => {
    const groups = [
      { owner: { id: 'a', title: 'Ann' }, count: 9, 'sum(amount)': sum('25') },
      { owner: { id: 'b', title: null }, count: 1, 'sum(amount)': sum('75', 2) },
      { owner: null, count: 1, 'sum(amount)': null },
    ]
    const bars = figuresOf(answer(groups), byOwner, SUM, 'breakdown', WORDING)
    expect(bars.map(({ label, text, share }) => [label, text, share])).toEqual([
      ['gone', '$75', 75],
      ['Ann', '$25', 25],
      ['(none)', '—', 0],
    ])
    expect(unconvertedIn(answer(groups), SUM)).toBe(2)
  })

  it('keeps the order of stages', () => {
    const groups = [
      { stage: 'open', count: 1 },
      { stage: 'won', count: 5 },
    ]
    expect(figuresOf(answer(groups), byStage, COUNT, 'breakdown', WORDING).map(({ key }) => key)).toEqual([
      'open',
      'won',
    ])
  })
})

describe('The records behind a figure', () => {
  const product = attribute('lines.product', 'reference', { within: 'lines' })

  it('are found by what they are of, point to, or have a line of', () => {
    expect(conditionOf(byStage, 'won')).toBe("stage == 'won'")
    expect(conditionOf(byOwner, { id: 'a', title: 'Ann' })).toBe("owner == 'a'")
    expect(conditionOf(byOwner, null)).toBe('!has(owner)')
    expect(conditionOf({ path: 'lines.product', attribute: product }, { id: 'p' })).toBe(
      "lines.exists(line, line.product == 'p')",
    )
    expect(conditionOf({ path: 'lines.product', attribute: product }, null)).toBe(
      '!lines.exists(line, has(line.product))',
    )
    expect(conditionOf({ path: 'hot', attribute: attribute('hot', 'boolean') }, false)).toBe('hot == false')
  })

  it('are of the whole period, also where it ends in February or with the year', () => {
    expect(lastDay('2024-02-01', 'month')).toBe('2024-02-29')
    expect(lastDay('2017-10-01', 'quarter')).toBe('2017-12-31')
    expect(lastDay('2017-01-01', 'year')).toBe('2017-12-31')
    expect(lastDay('2017-12-25', 'week')).toBe('2017-12-31')
  })
})
