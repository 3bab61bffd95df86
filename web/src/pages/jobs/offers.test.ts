import { describe, expect, it } from 'vitest'
import type { Job } from '~/api/types'
import { offersOf } from './offers'

const job = (rest: Partial<Job>): Job => ({
  id: '1',
  kind: 'import',
  title: null,
  state: 'done',
  progress: 1,
  result: null,
  failures: null,
  createdAt: '2026-11-25T00:00:00Z',
  startedAt: null,
  finishedAt: null,
  by: null,
  about: {},
  undoable: false,
  wish: null,
  ...rest,
})
const offered = (rest: Partial<Job>) =>
  Object.entries(offersOf(job(rest)))
    .filter(([, offer]) => offer)
    .map(([name]) => name)

describe('A job', () => {
  it('is stopped once, and goes on when it was only to pause', () => {
    expect(offered({ state: 'running' })).toEqual(['pause', 'cancel'])
    expect(offered({ state: 'running', wish: 'cancel' })).toEqual([])
    expect(offered({ state: 'running', wish: 'pause' })).toEqual(['resume', 'cancel'])
    expect(offered({ state: 'paused' })).toEqual(['resume', 'cancel'])
  })

  it('that was tried leads to the import while its file is there', () => {
    const tried = { about: { dryRun: true, upload: 'u' } }
    expect(offered({ ...tried, uploadThere: true })).toEqual(['upload'])
    expect(offered({ ...tried, uploadThere: false })).toEqual([])
    expect(offered({ ...tried, state: 'running' })).toEqual(['pause', 'cancel'])
  })

  it('that undid another insists where something was kept and can still be undone', () => {
    const undoing = { kind: 'undo', about: { job: 'j' }, result: { kept: 2 } }
    expect(offered({ ...undoing, insistable: true })).toEqual(['insistOn'])
    expect(offered({ ...undoing, insistable: false })).toEqual([])
    expect(offered({ ...undoing, result: { kept: 0 } })).toEqual([])
  })
})
