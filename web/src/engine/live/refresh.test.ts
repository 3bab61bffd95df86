import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { listOptions, recordOptions, remember } from '~/api/records'
import { freshRecords } from './fresh'
import { Gathering } from './gather'
import { byOthers, newsOf, refresh } from './refresh'

const RECORD = { id: '1', version: 3, name: '云帆' }
const named = (id: string, version: number) => [{ object: 'customers', records: [{ id, version }] }]

function clientWith(pages: number): QueryClient {
  const client = new QueryClient()
  client.setQueryData(recordOptions('customers', '1').queryKey, RECORD)
  client.setQueryData(listOptions('customers', {}).queryKey, {
    pages: Array.from({ length: pages }, () => ({ items: [RECORD], next: null, count: null })),
    pageParams: Array.from({ length: pages }, () => ''),
  })
  return client
}

const isStale = (client: QueryClient, key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated

describe('What a window hears', () => {
  it('is nothing new when the page shows that version already', () => {
    expect(newsOf(clientWith(1), named('1', 3))).toEqual([])
    expect(newsOf(clientWith(1), named('1', 4))).toEqual(named('1', 4))
  })

  it('is nothing new when it wrote that itself', () => {
    const client = new QueryClient()
    remember(client, 'customers', { id: '9', version: 2 })
    client.clear()
    expect(newsOf(client, named('9', 2))).toEqual([])
    expect(newsOf(client, named('9', 3))).toEqual(named('9', 3))
  })

  it('is news when there is too much to name', () => {
    expect(newsOf(clientWith(1), [{ object: 'customers', many: true }])).toHaveLength(1)
  })

  it('lets a changed record and its lists be asked for again, and remembers what was there', () => {
    const client = clientWith(1)
    refresh(client, named('1', 4), 'me')
    expect(isStale(client, recordOptions('customers', '1').queryKey)).toBe(true)
    expect(isStale(client, listOptions('customers', {}).queryKey)).toBe(true)
    expect(freshRecords.of('1')?.before).toEqual(RECORD)
  })

  it('does not stand out where the same person did it, in another window or by what follows from it', () => {
    const client = clientWith(1)
    const own = [{ object: 'tasks', records: [{ id: '7', version: 1, by: 'me' }] }]
    refresh(client, own, 'me')
    expect(freshRecords.of('7')).toBeUndefined()
    expect(byOthers(own, 'me')).toBe(false)
    expect(byOthers([...own, { object: 'tasks', many: true }], 'me')).toBe(true)
    expect(byOthers([{ object: 'tasks', records: [{ id: '8', version: 1, by: 'you' }] }], 'me')).toBe(true)
  })

  it('is put together while the window is busy', () => {
    const gathering = new Gathering()
    gathering.add(named('1', 4))
    gathering.add([...named('1', 5), ...named('2', 1), { object: 'tasks', many: true }])
    expect(gathering.isBulk).toBe(true)
    expect(gathering.take()).toEqual([
      {
        object: 'customers',
        records: [
          { id: '1', version: 5 },
          { id: '2', version: 1 },
        ],
      },
      { object: 'tasks', many: true },
    ])
    expect(gathering.isEmpty).toBe(true)
  })
})
