import { infiniteQueryOptions, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
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

export interface LeftRecord {
  object: string
  id: string
  /** Null where the reader does not see it. */
  title: string | null
  reason: string
}

/** What a job left as it was, the first hundred. */
export const leftOptions = (job: Job) =>
  queryOptions({
    queryKey: ['jobs', job.id, 'left', job.state],
    queryFn: ({ signal }) => request<{ items: LeftRecord[]; more: boolean }>(`jobs/${job.id}/left`, { signal }),
  })

const WATCH_MS = 600

/** A job while it is of interest: asked for more often than on the page of jobs. */
export function useWatchedJob(id: string | undefined) {
  return useQuery({
    ...jobOptions(id ?? ''),
    enabled: Boolean(id),
    refetchInterval: (query) => (query.state.data && !isMoving(query.state.data) ? false : WATCH_MS),
  })
}

export type ImportMode = 'create' | 'update' | 'upsert'

type Wish = 'pause' | 'resume' | 'cancel' | 'undo'

/** What somebody wants of a job; undoing answers the job that does it. */
export function useJobWish(wish: Wish) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, insist }: { id: string; insist?: boolean }) =>
      request<Job>(`jobs/${id}/${wish}`, { method: 'POST', query: insist ? { insist } : undefined }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}
