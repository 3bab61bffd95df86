import type { Query } from '@tanstack/react-query'
import type { Change } from '~/api/live'
import { showsObject, showsRecord } from '~/api/shown'

/** What is about one record. What happened to it and what stands beside it shows others as well. */
const OF_ONE = new Set<unknown>(['one', 'history', 'owners', 'assign'])
const WITH_OTHERS = new Set<unknown>(['timeline', 'related', 'open', 'advice'])

/** Whether what a query holds may be another by a change. Who follows a record changes by other ways. */
export function concerns(query: Query, { object, records }: Change): boolean {
  const [area, of, what, id] = query.queryKey
  if (area !== 'records' || what === 'followers') return false
  if (WITH_OTHERS.has(what))
    return records
      ? records.some((record) => showsRecord(query, record.id) || record.of?.includes(String(id)))
      : showsObject(query, object)
  if (of !== object) return false
  return !OF_ONE.has(what) || !records || records.some((record) => record.id === id)
}
