import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import type { Page, RecordData } from './types'

/** What is longer is not asked for anew as a whole for the sake of one row. */
const PAGES_ASKED_AGAIN = 2

/** Lists and columns hold records; timelines hold what happened. All of them grow as they are scrolled. */
export type Endless<Item extends { id: string } = RecordData> = InfiniteData<Page<Item>>
const GROWING = new Set<unknown>(['list', 'board', 'timeline'])

export const isScrolledFar = ({ queryKey, state }: Query): boolean =>
  GROWING.has(queryKey[2]) && ((state.data as Endless | undefined)?.pages.length ?? 0) > PAGES_ASKED_AGAIN

/** A record where it stands as it is now; without it where it has left, or is gone. */
export const withRow = (data: Endless, id: string, record: RecordData | undefined): Endless => ({
  ...data,
  pages: data.pages.map((page) =>
    page.items.some((item) => item.id === id)
      ? { ...page, items: page.items.flatMap((item) => (item.id === id ? (record ?? []) : item)) }
      : page,
  ),
})

/** Puts a record in its place in every list that shows it, without asking for the list again. */
export function placeRow(client: QueryClient, object: string, record: RecordData): void {
  client.setQueriesData<Endless>(
    { queryKey: ['records', object, 'list'] },
    (data) => data && withRow(data, record.id, record),
  )
}
