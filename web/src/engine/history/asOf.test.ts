import { describe, expect, it } from 'vitest'
import type { ChangeEntry } from '~/api/timeline'
import type { RecordData } from '~/api/types'
import { asOf } from './asOf'

const entry = (id: string, changes: ChangeEntry['changes']) =>
  ({ id, kind: 'changes', action: 'updated', changes }) as ChangeEntry
const record = { id: '1', version: 4, name: '云帆', stage: 'won', amount: 300 } as unknown as RecordData
const entries = [
  entry('d', [{ attribute: 'stage', old: 'engaging', new: 'won' }]),
  entry('c', [{ attribute: 'amount', old: 200, new: 300 }]),
  entry('b', [
    { attribute: 'amount', old: 100, new: 200 },
    { attribute: 'name', old: null, new: '云帆' },
  ]),
]

describe('a record as it was', () => {
  it('is as it is now after its last change', () => {
    const then = asOf(record, entries, 0)
    expect(then.values).toEqual(record)
    expect([...then.touched]).toEqual(['stage'])
    expect(then.changedSince.size).toBe(0)
  })

  it('takes back what came later, and only that', () => {
    const then = asOf(record, entries, 2)
    expect(then.values).toMatchObject({ name: '云帆', amount: 200, stage: 'engaging' })
    expect([...then.touched].sort()).toEqual(['amount', 'name'])
    expect(then.before).toMatchObject({ name: null, amount: 100, stage: 'engaging' })
    expect([...then.changedSince].sort()).toEqual(['amount', 'stage'])
  })
})
