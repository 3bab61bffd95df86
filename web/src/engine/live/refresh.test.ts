import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { relatedOptions } from '~/api/overview'
import { listOptions, noteWrite, recordOptions, remember } from '~/api/records'
import { followersOptions, timelineOptions } from '~/api/timeline'
import { columnOptions } from '../board/queries'
import { concerns } from './concerns'
import { freshRecords } from './fresh'
import { Gathering } from './gather'
import { byOthers, newsOf, refresh } from './refresh'
import { beginningWith } from './scrolled'

const RECORD = { id: '1', version: 3, name: '云帆' }
const ONE = { value: 1, exact: true }
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

  it('is asked for again where the record stands on the timeline or beside the page of another, and nowhere else', () => {
    const client = clientWith(1)
    const beside = relatedOptions('deals', '5').queryKey
    const timeline = timelineOptions('deals', '5').queryKey
    const elsewhere = [timelineOptions('deals', '6').queryKey, followersOptions('customers', '1').queryKey]
    client.setQueryData(beside, [])
    client.setQueryData(timeline, { pages: [], pageParams: [] })
    for (const key of elsewhere) client.setQueryData(key, { pages: [], pageParams: [] } as never)
    const concerned = (key: readonly unknown[], record: object) => {
      const query = client.getQueryCache().find({ queryKey: key })
      return query && concerns(query, { object: 'customers', records: [{ id: '1', version: 4, ...record }] })
    }

    // It came to belong there, was there before, or is somebody else's.
    expect([beside, timeline].map((key) => concerned(key, { of: ['5'] }))).toEqual([true, true])
    expect([beside, timeline, ...elsewhere].map((key) => concerned(key, { of: ['9'] }))).toEqual(Array(4).fill(false))
    client.setQueryData(beside, [{ object: 'customers', attribute: 'of', items: [RECORD], more: false, count: ONE }])
    expect(concerned(beside, {})).toBe(true)
  })

  it('is not asked for a second time after one wrote something oneself', () => {
    const client = clientWith(1)
    const fetched = vi.fn(() => Promise.resolve({ pages: [], pageParams: [] }))
    const key = listOptions('customers', {}).queryKey
    new QueryObserver(client, { queryKey: key, queryFn: fetched, staleTime: Infinity }).subscribe(() => {})
    const news = [{ object: 'customers', records: [{ id: '1', version: 4, by: 'me' }] }]

    noteWrite()
    refresh(client, news, 'me')
    expect(fetched).not.toHaveBeenCalled()
    expect(isStale(client, key)).toBe(true)

    refresh(client, [{ object: 'customers', records: [{ id: '1', version: 4, by: 'you' }] }], 'me')
    expect(fetched).toHaveBeenCalledOnce()
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

describe('What is scrolled far', () => {
  const BOARD = { filter: '', sort: '-updatedAt', fields: ['name'], stage: 'stage' }
  const card = (id: string, stage: string, rest = {}) => ({ id, version: 1, stage, ...rest })
  const page = (...items: { id: string }[]) => ({ items, next: 'more' })
  const columnOf = (code: string) => columnOptions('deals', { ...BOARD, code }, `stage == '${code}'`)
  const idsOf = (client: QueryClient, key: readonly unknown[]) =>
    client
      .getQueryData<{ pages: { items: { id: string }[] }[] }>(key)
      ?.pages.map(({ items }) => items.map(({ id }) => id))

  /** Answers each address with what is given for it, and notes what was asked for. */
  function server(answers: Record<string, unknown>) {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (address: string) => {
      const { pathname, searchParams } = new URL(address, 'http://localhost')
      const path = pathname.replace('/api/v1/', '')
      asked.push(searchParams.get('page') ? `${path} page ${searchParams.get('page')}` : path)
      const filter = searchParams.get('filter')
      const answer = answers[filter ? `${path} ${filter}` : path]
      return new Response(JSON.stringify(answer ?? {}), {
        status: answer ? 200 : 404,
        headers: { 'content-type': 'application/json' },
      })
    })
    return asked
  }

  function watched(client: QueryClient, options: { queryKey: readonly unknown[] }, pages: unknown[]) {
    client.setQueryData(options.queryKey, { pages, pageParams: pages.map((_, index) => (index ? 'more' : '')) })
    new InfiniteQueryObserver(client, { ...options, staleTime: Infinity } as never).subscribe(() => {})
  }

  afterEach(() => vi.unstubAllGlobals())

  it('has its columns brought up to date without asking for all their pages', async () => {
    const client = new QueryClient()
    watched(client, columnOf('open'), [page(card('a', 'open')), page(card('b', 'open')), page(card('c', 'open'))])
    watched(client, columnOf('won'), [page(card('x', 'won')), page(card('y', 'won')), page(card('z', 'won'))])
    const asked = server({
      "deals stage == 'open'": page(card('a', 'open')),
      "deals stage == 'won'": page(card('b', 'won'), card('x', 'won')),
      'deals/b': card('b', 'won'),
      'deals/y': card('y', 'won', { version: 2 }),
    })

    const records = ['b', 'y', 'c'].map((id) => ({ id, version: 2 }))
    refresh(client, [{ object: 'deals', records }], 'me')

    // Moved, changed where it stands, and deleted.
    await vi.waitFor(() => {
      expect(idsOf(client, columnOf('open').queryKey)).toEqual([['a'], [], []])
      expect(idsOf(client, columnOf('won').queryKey)).toEqual([['b', 'x'], ['y'], ['z']])
    })
    expect(client.getQueryData<{ pages: unknown[] }>(columnOf('won').queryKey)?.pages[1]).toEqual(
      page(card('y', 'won', { version: 2 })),
    )
    expect(asked.sort()).toEqual(['deals', 'deals', 'deals/b', 'deals/c', 'deals/y'])
  })

  it('has what is new in a timeline on top', async () => {
    const client = new QueryClient()
    const options = timelineOptions('deals', '1')
    watched(client, options, [page({ id: '9' }, { id: '8' }), page({ id: '7' }), page({ id: '6' })])
    const asked = server({ 'deals/1/overview': { timeline: page({ id: '10' }, { id: '9' }) } })

    refresh(client, [{ object: 'deals', records: [{ id: '1', version: 2 }] }], 'me')

    await vi.waitFor(() => expect(idsOf(client, options.queryKey)).toEqual([['10', '9', '8'], ['7'], ['6']]))
    expect(asked).toEqual(['deals/1/overview'])
  })

  it('begins anew where its first page is all there is, or has nothing of what was on top before', () => {
    const rest = { pages: [page({ id: 'a' }), page({ id: 'b' })], pageParams: ['', 'more'] }
    const all = { items: [{ id: 'a' }], next: null }
    expect(beginningWith(rest, all)).toEqual({ pages: [all], pageParams: [''] })
    expect(beginningWith(rest, page({ id: 'z' }))).toEqual({ pages: [page({ id: 'z' })], pageParams: [''] })
  })
})
