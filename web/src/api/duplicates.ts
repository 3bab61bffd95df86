import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import type { Count, Job } from './types'

/** Why two records are taken for the same, or not quite. */
export interface Reason {
  code: string
  attribute?: string
  /** Whether it speaks for it. */
  for: boolean
  text: string
}

/** A record like another. Of one that is hidden nobody learns more than whose it is. */
export interface Lookalike {
  hidden: boolean
  id?: string
  title?: string
  /** Of a row of the same file that comes before: its line. */
  line?: number
  owner?: { id: string; title: string }
  /** Up to 100. */
  score: number
  reasons: Reason[]
}

export interface DuplicatePair {
  one: string
  other: string
  score: number
  reasons: Reason[]
}

/** Records that seem to be one. */
export interface DuplicateGroup {
  /** Null for two that are said not to be the same. */
  id: string | null
  score: number
  records: { id: string; title: string }[]
  pairs: DuplicatePair[]
}

export type OnSave = 'nothing' | 'warn' | 'refuse'

export interface DuplicateStanding {
  onSave: OnSave
  scannedAt: string | null
  /** Whether all are being compared, whoever wanted it. */
  underway: boolean
  mayScan: boolean
  mayConfigure: boolean
}

export type DuplicateState = 'open' | 'dismissed'

const KEY = 'duplicates'
const SCANNING_MS = 1_500

/** From here on two are taken for one. */
export const SAME = 70

/** The records like what somebody types. */
export const lookalikesOptions = (object: string, id: string | undefined, values: Record<string, unknown>) =>
  queryOptions({
    queryKey: [KEY, object, 'like', id ?? '', values],
    queryFn: async ({ signal }) =>
      (
        await request<{ candidates: Lookalike[] }>(`${object}/duplicates`, {
          method: 'POST',
          body: { id, values },
          signal,
        })
      ).candidates,
    staleTime: 30_000,
    retry: false,
  })

export const duplicatesOptions = (object: string, state: DuplicateState) =>
  infiniteQueryOptions({
    queryKey: [KEY, object, 'groups', state],
    queryFn: ({ pageParam, signal }) =>
      request<{ items: DuplicateGroup[]; next: string | null; count: Count | null }>(`${object}/duplicates`, {
        query: { state, page: pageParam || undefined },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const standingOptions = (object: string) =>
  queryOptions({
    queryKey: [KEY, object, 'standing'],
    queryFn: ({ signal }) => request<DuplicateStanding>(`${object}/duplicates/standing`, { signal }),
    refetchInterval: ({ state }) => (state.data?.underway ? SCANNING_MS : false),
  })

function useDuplicateMutation<T, R>(object: string, mutationFn: (input: T) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: [KEY, object] }) })
}

export const useScan = (object: string) =>
  useDuplicateMutation(object, () => request<Job>(`${object}/duplicates/scan`, { method: 'POST', body: {} }))

export const useOnSave = (object: string) =>
  useDuplicateMutation(object, (onSave: OnSave) =>
    request<DuplicateStanding>(`${object}/duplicates/standing`, { method: 'PUT', body: { onSave } }),
  )

/** Says of records that they are not the same, or takes that back. */
export const useDismissal = (object: string, way: 'dismiss' | 'reopen') =>
  useDuplicateMutation(object, (records: string[]) =>
    request<void>(`${object}/duplicates/${way}`, { method: 'POST', body: { records } }),
  )
