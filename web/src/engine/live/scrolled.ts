import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'
import { request } from '~/api/client'
import { isScrolledFar, withRow, type Endless } from '~/api/endless'
import type { Change } from '~/api/live'
import { asProblem } from '~/api/problem'
import type { Page, RecordData } from '~/api/types'
import { isInColumn } from '../board/queries'
import { concerns } from './concerns'

const ROWS_ASKED_AGAIN = 10

const RECORDS = new Set<unknown>(['list', 'board'])

const kindOf = ({ queryKey }: Query): unknown => queryKey[2]

/** Whether rows come and go in it as records do; those of the recycle bin do not. */
const holdsRecords = (query: Query): boolean =>
  RECORDS.has(kindOf(query)) && !(query.queryKey[3] as { deleted?: boolean } | undefined)?.deleted

const belongs = (key: QueryKey, record: RecordData): boolean => key[2] !== 'board' || isInColumn(key, record)

/**
 * The first page as it is now; what it has pushed down follows it, and all else keeps its place under the reader. Where it
 * is all there is, or so much is new that it does not reach what was on top before, the scrolling begins anew.
 */
export function beginningWith<Item extends { id: string }>(data: Endless<Item>, first: Page<Item>): Endless<Item> {
  const onTop = new Set(first.items.map(({ id }) => id))
  const reaches = data.pages[0]?.items.some(({ id }) => onTop.has(id))
  if (first.next === null || !reaches) return { pages: [first], pageParams: data.pageParams.slice(0, 1) }
  const pages = data.pages.map((page, index) => {
    const rest = page.items.filter(({ id }) => !onTop.has(id))
    return { ...page, items: index === 0 ? [...first.items, ...rest] : rest }
  })
  return { ...data, pages }
}

/** The record as it is now; nothing where it is gone, or no longer for the reader. */
async function present(object: string, id: string): Promise<RecordData | undefined> {
  try {
    return await request<RecordData>(`${object}/${id}`)
  } catch (error) {
    if (asProblem(error).status === 404) return undefined
    throw error
  }
}

async function refreshRow(client: QueryClient, shownIn: readonly Query[], object: string, id: string): Promise<void> {
  const record = await present(object, id)
  for (const { queryKey } of shownIn) {
    const here = record && belongs(queryKey, record) ? record : undefined
    client.setQueryData<Endless>(queryKey, (data) => data && withRow(data, id, here))
  }
}

type Asking = (context: { client: QueryClient; queryKey: QueryKey; pageParam: string; signal: AbortSignal }) => unknown

async function refreshFirstPage(client: QueryClient, { queryKey, options }: Query): Promise<void> {
  const { queryFn } = options
  if (typeof queryFn !== 'function') return
  const first = (await (queryFn as Asking)({
    client,
    queryKey,
    pageParam: '',
    signal: new AbortController().signal,
  })) as Page<RecordData>
  client.setQueryData<Endless>(queryKey, (data) => data && beginningWith(data, first))
}

/** Brings what is scrolled far up to date where it stands: the rows that are named, and what comes in at the top. */
export async function refreshScrolled(client: QueryClient, change: Change): Promise<void> {
  const { object, records = [] } = change
  const ids = records.map(({ id }) => id)
  const far = client
    .getQueryCache()
    .findAll({ queryKey: ['records'], type: 'active' })
    .filter((query) => isScrolledFar(query) && concerns(query, change))
  const rows = far.filter(holdsRecords)
  const isShown = (id: string) =>
    rows.some(({ state }) => (state.data as Endless).pages.some((page) => page.items.some((item) => item.id === id)))
  const shown = ids.filter(isShown).slice(0, ROWS_ASKED_AGAIN)
  // Whatever cannot be asked for now comes with the next look.
  await Promise.allSettled([
    ...shown.map((id) => refreshRow(client, rows, object, id)),
    ...far.filter((query) => kindOf(query) !== 'list').map((query) => refreshFirstPage(client, query)),
  ])
}
