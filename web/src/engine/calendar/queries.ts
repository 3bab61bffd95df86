import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'
import { request } from '~/api/client'
import type { Attribute, Page, RecordData } from '~/api/types'
import { writeCondition } from '~/fields/operator'
import { narrowed } from '../filter/conditions'

/** More than this in sight nobody reads; how many more there are of a day is counted apart. */
const MOST = 200

export interface Sight {
  filter: string
  date: Attribute
  fields: readonly string[]
  first: string
  last: string
}

export const between = (date: Attribute, filter: string, first: string, last: string): string =>
  narrowed(
    filter,
    writeCondition({ name: 'dates', pattern: '(@ >= date($text) && @ <= date($text))', operand: 'dates' }, date.name, [
      first,
      last,
    ]),
  )

export const onTheDay = (date: Attribute, filter: string, day: string): string =>
  narrowed(filter, writeCondition({ name: 'on', pattern: '@ == date($text)', operand: 'date' }, date.name, [day]))

/** The records of the days in sight, in one request. */
export const sightOptions = (object: string, { filter, date, fields, first, last }: Sight) =>
  queryOptions({
    queryKey: ['records', object, 'calendar', { filter, date: date.name, fields, first, last }],
    queryFn: ({ signal }) =>
      request<Page<RecordData>>(object, {
        query: {
          filter: between(date, filter, first, last),
          sort: date.sortable ? date.name : undefined,
          fields: fields.join(','),
          limit: MOST,
          count: 'none',
        },
        signal,
      }),
    placeholderData: keepPreviousData,
  })

/** Puts what is known of a record into every calendar that shows it. */
export const placeRecord = (client: QueryClient, object: string, id: string, known: Partial<RecordData>): void => {
  client.setQueriesData<Page<RecordData>>(
    { queryKey: ['records', object, 'calendar'] },
    (page) => page && { ...page, items: page.items.map((item) => (item.id === id ? { ...item, ...known } : item)) },
  )
}
