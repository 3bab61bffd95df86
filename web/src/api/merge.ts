import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import { recordsChanged } from './records'
import type { Job, Reference } from './types'

/** What all records have together: of long texts and of several choices. */
export const ALL = 'all'

/** Which records become one, and what of each is taken. */
export interface MergeOrder {
  /** The record that stays. */
  into: string
  from: string[]
  /** By attribute the record whose value is taken, or {@link ALL}. */
  choose: Record<string, string>
  versions?: Record<string, number>
}

/** What becomes of one attribute. */
export interface MergedAttribute {
  attribute: string
  /** By the ids of records, of those that have one. */
  values: Record<string, unknown>
  differs: boolean
  /** Whose is taken; null where nobody has one. */
  from: string | null
  result: unknown
  choosable: boolean
  together: boolean
}

export interface MergedRelation {
  object: string
  attribute: string
  counts: Record<string, number>
  /** How many more there are that one does not see. */
  hidden: number
  more: boolean
}

interface Onlookers {
  people: Reference[]
  more: number
}

export interface MergePreview {
  into: string
  records: { id: string; title: string; owner?: Reference | null; version: number }[]
  attributes: MergedAttribute[]
  related: MergedRelation[]
  belongings: Record<string, Record<string, number>>
  obstacles: { record: string | null; code: string; message: string }[]
  sight: { losing: Onlookers; gaining: Onlookers }
}

/** What would become of records; another choice is another question, and what was answered stays until the answer is there. */
export const mergePreviewOptions = (object: string, order: MergeOrder) =>
  queryOptions({
    queryKey: ['merge', object, order],
    queryFn: ({ signal }) => request<MergePreview>(`${object}/merge/preview`, { method: 'POST', body: order, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
    retry: false,
  })

/** Makes one record of several; answers the job, which is done already where little hangs on them. */
export function useMerge(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (order: MergeOrder) => request<Job>(`${object}/merge`, { method: 'POST', body: order }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['jobs'] })
      void client.invalidateQueries({ queryKey: ['duplicates', object] })
      return recordsChanged(client)
    },
  })
}
