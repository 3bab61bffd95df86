import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import { isMoving } from './jobs'
import type { PrincipalKind } from './shares'
import type { Job } from './types'

const KEY = ['sharing-rules']

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
  /** That which last carried the rule out; absent where it is gone or not for oneself. */
  job?: Job | null
}

export type WantedRule = Omit<SharingRule, 'id' | 'job'> & { id?: string }

export const sharingRulesOptions = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => request<{ items: SharingRule[] }>('sharing-rules', { signal }),
  refetchInterval: (query) => (query.state.data?.items.some(({ job }) => job && isMoving(job)) ? 2_000 : false),
})

export function useSaveRule() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, job: _job, ...body }: WantedRule & Pick<SharingRule, 'job'>) =>
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
