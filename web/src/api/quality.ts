import { queryOptions } from '@tanstack/react-query'
import { request } from './client'

/** How complete and how fresh the records are that the reader may see. */
export interface Quality {
  count: number
  /** In percent; null where there are no records. */
  completeness: string | null
  good: number
  poor: number
  stale: number
  /** In days. */
  staleAfter: number
  missing: { attribute: string; count: number }[]
  restricted: boolean
}

export const qualityOptions = (object: string, filter: string | undefined) =>
  queryOptions({
    queryKey: ['records', object, 'quality', filter ?? ''],
    queryFn: ({ signal }) => request<Quality>(`${object}/quality`, { query: { filter }, signal }),
  })
