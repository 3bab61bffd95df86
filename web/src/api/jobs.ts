import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { exchange, request } from './client'
import type { Job, Page } from './types'

const POLL_MS = 2_000

export const isMoving = (job: Job): boolean => job.state === 'queued' || job.state === 'running'

export const jobsOptions = infiniteQueryOptions({
  queryKey: ['jobs'],
  queryFn: ({ pageParam, signal }) => request<Page<Job>>('jobs', { query: { page: pageParam }, signal }),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  refetchInterval: (query) => (query.state.data?.pages.some((page) => page.items.some(isMoving)) ? POLL_MS : false),
})

export const jobOptions = (id: string) =>
  queryOptions({
    queryKey: ['jobs', id],
    queryFn: ({ signal }) => request<Job>(`jobs/${id}`, { signal }),
    refetchInterval: (query) => (query.state.data && isMoving(query.state.data) ? POLL_MS : false),
  })

export type ImportMode = 'create' | 'update' | 'upsert'

export interface ImportOrder {
  object: string
  file: File
  mode: ImportMode
  /** The attributes a row is recognised by. */
  key: readonly string[]
  /** A map file's text, in YAML; empty where the file's headings say enough. */
  map: string
  dryRun: boolean
}

function formOf({ object, file, mode, key, map, dryRun }: ImportOrder): FormData {
  const form = new FormData()
  form.set('object', object)
  form.set('mode', mode)
  if (key.length) form.set('key', key.join(','))
  if (map.trim()) form.set('map', map)
  if (dryRun) form.set('dryRun', 'true')
  form.set('file', file)
  return form
}

/** Hands a file over; resolves with the id of the job that reads it. */
export function useImport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (order: ImportOrder): Promise<string> => {
      const response = await exchange('imports', { method: 'POST', body: formOf(order) })
      return response.headers.get('Location')?.split('/').pop() ?? ((await response.json()) as Job).id
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

export function useCancelJob() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<unknown>(`jobs/${id}/cancel`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}
