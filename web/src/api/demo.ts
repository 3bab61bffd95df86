import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import { isMoving } from './jobs'
import type { Job } from './types'

export interface Demo {
  state: 'none' | 'filling' | 'there' | 'removing'
  /** Whether it can be filled in. */
  possible: boolean
  day: string | null
  job: Job | null
}

const POLL_MS = 1_500

export const demoOptions = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => request<Demo>('demo', { signal }),
  refetchInterval: (query) => (query.state.data?.job && isMoving(query.state.data.job) ? POLL_MS : false),
})

/** Fills the sample company in or takes it away; resolves with the job that does. */
export function useDemo(method: 'POST' | 'DELETE') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<Job>('demo', { method }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['demo'] }),
  })
}
