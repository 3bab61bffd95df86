import { describe, expect, it } from 'vitest'
import { attribute, STAGE } from '~/testing/attributes'
import { conditionOf, lastDay } from './drill'
import { earlierIn, figuresOf, unconvertedIn, type Wording } from './figures'
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

describe('The way of a funnel', () => {
  const stage = (code: string, meaning: string | null) => ({ code, label: code, meaning, color: null, active: true })
  const byWay = (...choices: ReturnType<typeof stage>[]) => ({
    path: 'stage',
    attribute: attribute('stage', 'choice', { choices }),
  })
  const steps = (grouping: ReturnType<typeof byWay>) =>
    figuresOf(
      answer((grouping.attribute.choices ?? []).map(({ code }, index) => ({ stage: code, count: 10 ** index }))),
      grouping,
      COUNT,
      'funnel',
      WORDING,
    ).map(({ key, value }) => [key, value])

  it('leads past a stage without a meaning to what was won, wherever that stage stands', () => {
    const way = byWay(stage('new', 'OPEN'), stage('won', 'WON'), stage('lost', 'LOST'), stage('parked', null))
    expect(steps(way)).toEqual([
      ['new', 1011],
      ['parked', 1010],
      ['won', 10],
    ])
  })

  it('ends with success, not with another end that stands after it', () => {
    const way = byWay(stage('new', 'open'), stage('converted', 'converted'), stage('disqualified', 'disqualified'))
    expect(steps(way)).toEqual([
      ['new', 11],
      ['converted', 10],
    ])
  })
})

describe('A trend', () => {
  it('has every month between the first and the last, and then what has no day', () => {
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
      ['(none)', 9],
    ])
    expect(months.at(-1)?.condition).toBe('!has(closeDate)')
    expect(months[1]?.condition).toBe("(closeDate >= date('2016-12-01') && closeDate <= date('2016-12-31'))")
  })
})

describe('A trend with a date gone wrong', () => {
  const byWeek = { ...byMonth, path: 'closeDate:week', period: 'week' as const }
  const ending = (first: string, last: string) => {
    const told = answer([
      { 'closeDate:week': first, count: 3 },
      { 'closeDate:week': last, count: 5 },
    ])
    const weeks = figuresOf(told, byWeek, COUNT, 'trend', WORDING)
    return { weeks, earlier: earlierIn(told, byWeek, weeks) }
  }

  it('keeps the newest periods and tells how many records lie before them', () => {
    const { weeks, earlier } = ending('1970-01-05', '2026-11-23')
    expect(weeks).toHaveLength(400)
    expect([weeks[0]?.key, weeks.at(-1)?.key, weeks.at(-1)?.value]).toEqual(['2019-04-01', '2026-11-23', 5])
    expect(earlier).toBe(3)
  })

  it('bears the last week there is', () => {
    const { weeks, earlier } = ending('9999-12-20', '9999-12-27')
    expect(weeks.map(({ key }) => key)).toEqual(['9999-12-20', '9999-12-27'])
    expect(earlier).toBe(0)
  })
})

describe('An amount in a currency without a rate', () => {
  const foreign = { byCurrency: [{ amount: '900', currency: 'EUR' }], base: null, unconverted: 1 }

  it('is told in words, and no part of a bar, a share or a step', () => {
    const told = answer([
      { stage: 'open', count: 1, 'sum(amount)': foreign },
      { stage: 'won', count: 1, 'sum(amount)': sum('100') },
    ])
    const bars = figuresOf(told, byStage, SUM, 'breakdown', WORDING)
    expect(bars.map(({ value, text, share }) => [value, text, share])).toEqual([
      [0, '€900', 0],
      [100, '$100', 100],
    ])
    expect(figuresOf(told, byStage, SUM, 'funnel', WORDING)[0]?.text).toBe('$100')
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
