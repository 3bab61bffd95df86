import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
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

export function useCancelJob() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<unknown>(`jobs/${id}/cancel`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}
