import { describe, expect, it } from 'vitest'
import type { Aggregate } from '~/api/types'
import { membersOf } from './team'

const sum = (amount: string) => ({
  base: { amount, currency: 'CNY' },
  byCurrency: [{ amount, currency: 'CNY' }],
  unconverted: 0,
})
const aggregate = (groups: Record<string, unknown>[]): Aggregate => ({ groups, restricted: false })
const lin = { id: '1', title: '林悦' }
const zhou = { id: '2', title: '周启' }
const shen = { id: '3', title: '沈安' }

describe('the members of a team', () => {
  it('stand with whoever has most first, and with what is overdue', () => {
    const members = membersOf(
      'sum(amount)',
      aggregate([
        { owner: lin, count: 2, 'sum(amount)': sum('100') },
        { owner: zhou, count: 1, 'sum(amount)': sum('400') },
      ]),
      aggregate([
        { owner: lin, count: 3 },
        { owner: shen, count: 1 },
      ]),
    )
    expect(members.map(({ person, share, overdue }) => [person.title, share, overdue])).toEqual([
      ['周启', 100, 0],
      ['林悦', 25, 3],
      ['沈安', 0, 1],
    ])
  })

  it('are nobody before anything has come', () => {
    expect(membersOf('sum(amount)')).toEqual([])
  })
})
