import type { Query } from '@tanstack/react-query'
import type { Endless } from './endless'
import type { OpenRecords, RelatedRecords } from './overview'
import type { TimelineEntry } from './timeline'

type Kept = Pick<Query, 'queryKey' | 'state'>

interface Shown {
  object: string
  id: string
}

/** The records that the timeline of another one tells of, or that its page shows beside it. */
function shownIn({ queryKey, state }: Kept): Shown[] {
  const [, , what] = queryKey
  if (what === 'timeline')
    return ((state.data as Endless<TimelineEntry> | undefined)?.pages ?? []).flatMap(({ items }) =>
      items.map(({ record }) => record),
    )
  if (what === 'related' || what === 'open')
    return ((state.data as (RelatedRecords | OpenRecords)[] | undefined) ?? []).flatMap(({ object, items }) =>
      items.map(({ id }) => ({ object, id })),
    )
  return []
}

/** Whether a query is about a record, or tells of it. */
export const showsRecord = (query: Kept, id: string): boolean =>
  query.queryKey[3] === id || shownIn(query).some((shown) => shown.id === id)

/** Whether a query tells of some record of an object. */
export const showsObject = (query: Kept, object: string): boolean =>
  query.queryKey[1] === object || shownIn(query).some((shown) => shown.object === object)
