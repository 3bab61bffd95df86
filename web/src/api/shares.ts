import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import { partOf } from './overview'

/** Those to whom records are given, by the objects they are records of. */
export const PRINCIPAL_KINDS = ['user', 'team', 'department'] as const
export type PrincipalKind = (typeof PRINCIPAL_KINDS)[number]

export interface Principal {
  kind: PrincipalKind
  id: string
  title: string
}

export interface Share {
  kind: 'share' | 'collaborator' | 'rule'
  /** Of a rule, its own id and name. */
  to: Omit<Principal, 'kind'> & { kind: PrincipalKind | 'rule' }
  editing: boolean
  along: boolean
  until: string | null
  note: string | null
  /** Null where a rule gave it. */
  by: Principal | null
  at: string
}

export interface Giving {
  kind: 'share' | 'collaborator'
  to: { kind: PrincipalKind; id: string }
  editing?: boolean
  along?: boolean
  until?: string
  note?: string
}

export interface Shares {
  items: Share[]
  /** Whether the reader may give the record to others, and take it back from them. */
  mayGive: boolean
}

export const sharesOptions = (object: string, id: string) =>
  queryOptions({
    queryKey: ['shares', object, id],
    queryFn: () => partOf(object, id, 'shares'),
  })

export function useGive(object: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Giving) => request<void>(`${object}/${id}/shares`, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: sharesOptions(object, id).queryKey }),
  })
}

export function useTakeBack(object: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ to, kind }: Pick<Share, 'to' | 'kind'>) =>
      request<void>(`${object}/${id}/shares/${to.id}`, { method: 'DELETE', query: { kind } }),
    onSuccess: () => client.invalidateQueries({ queryKey: sharesOptions(object, id).queryKey }),
  })
}
