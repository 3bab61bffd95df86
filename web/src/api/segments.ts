import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Chosen } from './assign'
import { request } from './client'
import { recordsChanged } from './records'
import type { Principal } from './shares'
import type { Job } from './types'

/** Records kept together under a name. */
export interface Segment {
  id: string
  version: number
  object: string
  name: string
  description: string
  kind: 'static' | 'live'
  /** What makes a record a member of a live one. */
  filter: string
  owner: { id: string; title: string | null }
  everyone: boolean
  /** The titles of those who are gone are null. */
  sharedWith: (Omit<Principal, 'title'> & { title: string | null })[]
  /** Null for whoever does not see all records there are. */
  members: number | null
  computedAt: string | null
  job: Job | null
  mayChange: boolean
}

/** A segment as it is written; without an id, a new one. */
export interface WantedSegment {
  id?: string
  version?: number
  name: string
  description: string
  kind: Segment['kind']
  filter: string
  everyone: boolean
  sharedWith: string[]
}

const KEY = 'segments'
const COMPUTING_MS = 1_500

/** The segments of one object, or of all; asked for again while one of them is being computed. */
export const segmentsOptions = (object?: string) =>
  queryOptions({
    queryKey: [KEY, object ?? ''],
    queryFn: async ({ signal }) => (await request<{ items: Segment[] }>(KEY, { query: { object }, signal })).items,
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.some(({ computedAt }) => !computedAt) ? COMPUTING_MS : false),
  })

export function useSaveSegment(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version, ...body }: WantedSegment) =>
      id
        ? request<Segment>(`${KEY}/${id}`, { method: 'PUT', body, headers: { 'If-Match': `"${version}"` } })
        : request<Segment>(KEY, { method: 'POST', body: { ...body, object } }),
    // Known as one that is still to be computed, so that whoever looks at its members learns when they are found.
    onSuccess: (saved) => {
      client.setQueryData(segmentsOptions(object).queryKey, (all = []) => [
        ...all.filter(({ id }) => id !== saved.id),
        saved,
      ])
    },
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  })
}

export function useDeleteSegment() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>(`${KEY}/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: [KEY] }),
  })
}

export interface MembersChanged {
  added: string[]
  removed: string[]
}

/** Puts some records into a static segment, and takes others out. */
export function useSegmentMembers() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...change }: { id: string; add?: string[]; remove?: string[] }) =>
      request<MembersChanged>(`${KEY}/${id}/members`, { method: 'POST', body: change }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: [KEY] })
      await recordsChanged(client)
    },
  })
}

/** The same of very many, by a job. */
export function useManySegmentMembers() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...order }: Chosen & { id: string; remove?: boolean }) =>
      request<Job>(`${KEY}/${id}/members/bulk`, { method: 'POST', body: order }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

/** What exactly the records of a segment meet. */
export const memberFilter = (id: string): string => `inSegment('${id}')`
