import { describe, expect, it, vi } from 'vitest'
import { Problem } from '~/api/problem'
import type { RecordData } from '~/api/types'
import { Edits } from './edits'

const RECORD: RecordData = { id: '1', version: 3, name: 'Old' }

/** A server that answers when it is told to. */
function server() {
  const asked: { version: number; answer: (record: RecordData) => void; refuse: (problem: Problem) => void }[] = []
  const write = (version: number) =>
    new Promise<RecordData>((answer, refuse) => {
      asked.push({ version, answer, refuse })
    })
  return { asked, write }
}

describe('An edit', () => {
  it('shows until it is answered', async () => {
    const edits = new Edits()
    const told = vi.fn()
    edits.watch(told)
    const { asked, write } = server()

    const sent = edits.send(RECORD, { name: 'New' }, write)

    expect(edits.of('1')).toEqual([{ values: { name: 'New' } }])
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    asked[0]?.answer({ ...RECORD, version: 4, name: 'New' })
    expect((await sent).saved?.version).toBe(4)
    expect(edits.of('1')).toEqual([])
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('is taken back with the reason where it is refused', async () => {
    const edits = new Edits()
    const { asked, write } = server()
    const sent = edits.send(RECORD, { name: 'New' }, write)
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    const refusal = new Problem(422, { errors: [{ path: 'name', code: 'required', message: 'Needed' }] })

    asked[0]?.refuse(refusal)

    expect((await sent).problem).toBe(refusal)
    expect(edits.of('1')).toEqual([])
  })

  it('waits for the one before it and goes by what that one made of the record', async () => {
    const edits = new Edits()
    const { asked, write } = server()

    const first = edits.send(RECORD, { name: 'New' }, write)
    const second = edits.send(RECORD, { city: 'Taipei' }, write)

    await vi.waitFor(() => expect(asked.map(({ version }) => version)).toEqual([3]))
    expect(edits.of('1')).toHaveLength(2)
    asked[0]?.answer({ ...RECORD, version: 4 })
    await first
    await vi.waitFor(() => expect(asked.map(({ version }) => version)).toEqual([3, 4]))
    expect(edits.of('1')).toEqual([{ values: { city: 'Taipei' } }])
    asked[1]?.answer({ ...RECORD, version: 5 })
    await second
    void edits.send(RECORD, { city: 'Tainan' }, write)
    await vi.waitFor(() => expect(asked.map(({ version }) => version)).toEqual([3, 4, 5]))
  })

  it('is sent although the one before it was refused', async () => {
    const edits = new Edits()
    const { asked, write } = server()
    const first = edits.send(RECORD, { name: '' }, write)
    const second = edits.send(RECORD, { city: 'Taipei' }, write)
    await vi.waitFor(() => expect(asked).toHaveLength(1))

    asked[0]?.refuse(new Problem(422))

    expect((await first).problem?.status).toBe(422)
    await vi.waitFor(() => expect(asked.map(({ version }) => version)).toEqual([3, 3]))
    asked[1]?.answer({ ...RECORD, version: 4 })
    expect((await second).saved?.version).toBe(4)
  })

  it('goes by the version its writer has seen, where somebody else wrote in between', async () => {
    const edits = new Edits()
    const { asked, write } = server()
    const first = edits.send({ id: '1', version: 5 }, { name: 'New' }, write)
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    asked[0]?.answer({ ...RECORD, version: 6 })
    await first

    void edits.send({ id: '1', version: 4 }, { city: 'Taipei' }, write)

    await vi.waitFor(() => expect(asked.at(-1)?.version).toBe(4))
  })
})
