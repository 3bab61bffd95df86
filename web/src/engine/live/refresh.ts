import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import { request } from '~/api/client'
import type { Change } from '~/api/live'
import { recordOptions, wasOwn } from '~/api/records'
import type { Page, RecordData } from '~/api/types'
import { freshRecords } from './fresh'

/** A longer list is not asked for anew as a whole for the sake of one row. */
const PAGES_ASKED_AGAIN = 2
const ROWS_ASKED_AGAIN = 10

type Rows = InfiniteData<Page<RecordData>>

/** What this window does not know yet: it hears of its own changes too. */
export const newsOf = (client: QueryClient, changes: readonly Change[]): Change[] =>
  changes.flatMap((change) => {
    const records = change.records?.filter(({ id, version }) => {
      const shown = client.getQueryData<RecordData>(recordOptions(change.object, id).queryKey)
      return !wasOwn(id, version) && !(shown && shown.version >= version)
    })
    return !records || records.length > 0 ? [{ ...change, records }] : []
  })

/** Whether a colleague did some of it, and not the same person in another window, or the program in their name. */
export const byOthers = (changes: readonly Change[], person: string): boolean =>
  changes.some(({ records }) => !records || records.some(({ by }) => by !== person))

/** The row as it was shown, from the record's page or any list. */
function shownBefore(client: QueryClient, object: string, id: string): RecordData | undefined {
  const record = client.getQueryData<RecordData>(recordOptions(object, id).queryKey)
  if (record) return record
  const lists = client.getQueriesData<Rows>({ queryKey: ['records', object, 'list'] })
  for (const [, data] of lists) {
    const row = data?.pages.flatMap((page) => page.items).find((item) => item.id === id)
    if (row) return row
  }
  return undefined
}

const isLongList = ({ queryKey, state }: Query): boolean =>
  queryKey[2] === 'list' && ((state.data as Rows | undefined)?.pages.length ?? 0) > PAGES_ASKED_AGAIN

/** Replaces rows of long lists where they stand; the list keeps its place under the reader. */
async function refreshRows(client: QueryClient, object: string, ids: readonly string[]): Promise<void> {
  const lists = client
    .getQueryCache()
    .findAll({ queryKey: ['records', object, 'list'], type: 'active' })
    .filter(isLongList)
  const shown = ids.filter((id) =>
    lists.some(({ state }) => (state.data as Rows).pages.some((page) => page.items.some((item) => item.id === id))),
  )
  await Promise.all(
    shown.slice(0, ROWS_ASKED_AGAIN).map(async (id) => {
      const record = await request<RecordData>(`${object}/${id}`)
      for (const { queryKey } of lists) {
        client.setQueryData<Rows>(queryKey, (data) => data && replaced(data, record))
      }
    }),
  ).catch(() => {
    // A row that is gone meanwhile goes with the next look at the list.
  })
}

const replaced = (data: Rows, record: RecordData): Rows => ({
  ...data,
  pages: data.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => (item.id === record.id ? record : item)),
  })),
})

/** Brings what is on the screen up to date, and marks what a colleague has changed. */
export function refresh(client: QueryClient, changes: readonly Change[], person: string): void {
  for (const { object, records = [] } of changes) {
    for (const { id, by } of records) if (by !== person) freshRecords.mark(id, shownBefore(client, object, id))
    const ids = records.map(({ id }) => id)
    void refreshRows(client, object, ids)
    const named = new Set<unknown>(ids)
    void client.invalidateQueries({
      predicate: (query) => {
        const [area, of, what, id] = query.queryKey
        if (area !== 'records' || of !== object || isLongList(query)) return false
        return what !== 'one' && what !== 'history' ? true : named.size === 0 || named.has(id)
      },
    })
  }
  // Other objects may show a title or a total of these; they are asked anew when somebody looks.
  void client.invalidateQueries({ queryKey: ['records'], refetchType: 'none' })
}
