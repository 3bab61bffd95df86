import { describe, expect, it } from 'vitest'
import type { ChangeEntry } from '~/api/timeline'
import { together } from './together'

const change = (id: string, at: string, object: string): ChangeEntry => ({
  id,
  at,
  kind: 'changes',
  by: { id: 'me' },
  record: { object, id: `${id}-record` },
  action: 'updated',
  changes: [],
})
const isLine = (object: string) => object === 'rows'

describe('What happened at one moment', () => {
  it('is told once: the record with its lines', () => {
    const all = together([change('1', 't2', 'rows'), change('2', 't2', 'deals'), change('3', 't1', 'deals')], isLine)
    expect(all.map(({ key, parts }) => [key, parts.map((part) => part.id)])).toEqual([
      ['2', ['1']],
      ['3', []],
    ])
  })

  it('loses nothing where lines changed alone or several records together', () => {
    const lines = together([change('1', 't', 'rows'), change('2', 't', 'rows')], isLine)
    expect(lines.map(({ key, parts }) => [key, parts.length])).toEqual([['1', 1]])
    expect(together([change('1', 't', 'deals'), change('2', 't', 'deals')], isLine)).toHaveLength(2)
  })
})
