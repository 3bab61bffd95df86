import { describe, expect, it } from 'vitest'
import { STAGE } from '~/testing/attributes'
import { endedBy, rateFigures, rateOf } from './rates'
import type { SalesSource } from './sources'

const source = {
  stage: STAGE,
  codes: { won: ['won'], lost: ['lost'], open: ['open', 'talks'] },
} as unknown as SalesSource
const group = (key: string) => ({ key, label: key, value: 0, text: '', count: 0, condition: `owner == '${key}'` })

describe('Win rates', () => {
  it('count what ended and nothing else, the best first', () => {
    const groups = [
      { owner: { id: 'a' }, stage: 'won', count: 1 },
      { owner: { id: 'a' }, stage: 'lost', count: 3 },
      { owner: { id: 'b' }, stage: 'won', count: 3 },
      { owner: { id: 'b' }, stage: 'open', count: 50 },
      { owner: { id: 'c' }, stage: 'talks', count: 7 },
    ]
    const ended = endedBy({ groups, restricted: false }, 'owner', source)
    const rates = rateFigures([group('a'), group('b'), group('c')], ended, source, (value) => `${value}%`)
    expect(rates.map(({ key, text, count }) => [key, text, count])).toEqual([
      ['b', '100%', 3],
      ['a', '25%', 4],
    ])
    expect(rates[1]?.condition).toBe("owner == 'a' && stage in ['won', 'lost']")
  })

  it('say nothing where nothing has ended', () => expect(rateOf(0, 0)).toBeNull())
})
