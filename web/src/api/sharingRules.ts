import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import type { PrincipalKind } from './shares'
import type { Job, Page } from './types'

const KEY = ['sharing-rules']

/** What jobs that carry rules out are called. */
const JOB_KIND = 'sharing'

export interface Target {
  kind: PrincipalKind
  id: string
  /** Absent for somebody who is gone. */
  title?: string | null
}

/** Gives every record of an object that meets a condition to people, teams or departments. */
export interface SharingRule {
  id: string
  object: string
  name: string
  condition: string
  editing: boolean
  along: boolean
  active: boolean
  targets: Target[]
}

export type WantedRule = Omit<SharingRule, 'id'> & { id?: string }

export const sharingRulesOptions = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => request<{ items: SharingRule[] }>('sharing-rules', { signal }),
})

export function useSaveRule() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: WantedRule) =>
      request<SharingRule>(id ? `sharing-rules/${id}` : 'sharing-rules', { method: id ? 'PUT' : 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

export function useDeleteRule() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>(`sharing-rules/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

/** The latest jobs that carry rules out, the newest of each rule by the rule's name. */
export const applyingJobsOptions = queryOptions({
  queryKey: [...KEY, 'jobs'],
  queryFn: async ({ signal }) => {
    const { items } = await request<Page<Job>>('jobs', { signal })
    const newest = new Map<string, Job>()
    for (const job of items)
      if (job.kind === JOB_KIND && job.title && !newest.has(job.title)) newest.set(job.title, job)
    return newest
  },
  refetchInterval: (query) =>
    [...(query.state.data?.values() ?? [])].some(({ state }) => state === 'queued' || state === 'running')
      ? 2_000
      : false,
})
