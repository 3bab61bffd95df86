import {
  infiniteQueryOptions,
  keepPreviousData,
  type InfiniteData,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query'
import { request } from '~/api/client'
import type { Page, RecordData } from '~/api/types'

const PAGE_SIZE = 30

export interface ColumnParameters {
  /** What all columns are filtered by. */
  filter: string
  sort: string
  fields: readonly string[]
  /** The attribute the columns are of. */
  stage: string
  /** The choice whose records the column holds. */
  code: string
}

const columnKey = (object: string, parameters: ColumnParameters) => ['records', object, 'board', parameters] as const

/** The cards of one column, page by page as it is scrolled; how many there are is asked for apart, for all columns at once. */
export const columnOptions = (object: string, parameters: ColumnParameters, condition: string) =>
  infiniteQueryOptions({
    queryKey: columnKey(object, parameters),
    queryFn: ({ pageParam, signal }) =>
      request<Page<RecordData>>(object, {
        query: {
          filter: condition,
          sort: parameters.sort,
          fields: parameters.fields.join(','),
          limit: PAGE_SIZE,
          page: pageParam,
          count: 'none',
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** Whether a record stands in the column that is kept under this key. */
export function isInColumn(key: QueryKey, record: RecordData): boolean {
  const { stage, code } = key[3] as ColumnParameters
  return record[stage] === code
}

type Cards = InfiniteData<Page<RecordData>>

const without = (cards: Cards, id: string): Cards => ({
  ...cards,
  pages: cards.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) })),
})

const onTop = (cards: Cards, record: RecordData): Cards => ({
  ...cards,
  pages: cards.pages.map((page, index) => (index === 0 ? { ...page, items: [record, ...page.items] } : page)),
})

/** Puts a moved card where it now belongs, without asking for every page of every column again. */
export function placeCard(client: QueryClient, object: string, record: RecordData, code: string): void {
  const columns = client.getQueriesData<Cards>({ queryKey: ['records', object, 'board'] })
  for (const [key, cards] of columns) {
    if (!cards) continue
    const rest = without(cards, record.id)
    const { code: own } = key[3] as ColumnParameters
    client.setQueryData(key, own === code ? onTop(rest, record) : rest)
  }
}

/** Everything that shows records but the board's own cards, which are in place already. */
export const othersChanged = (client: QueryClient) =>
  client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'records' && queryKey[2] !== 'board' })
