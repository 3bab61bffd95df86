import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'

export interface GroupRole {
  group: string
  role: string
}

/** An identity provider as administrators settle it. */
export interface IdentityProvider {
  id: string
  enabled: boolean
  label: string
  issuer: string
  clientId: string
  /** Only written. */
  clientSecret?: string | null
  hasSecret: boolean
  scopes: string[]
  loginClaim: string
  nameClaim: string
  emailClaim: string
  groupsClaim: string | null
  privateAddresses: boolean
  makesPeople: boolean
  linksByEmail: boolean
  passwordsAllowed: boolean
  defaultRole: string | null
  roles: GroupRole[]
}

/** What came back when an administrator tried a provider. */
export interface Trial {
  at: string
  /** Why nobody would be let in. */
  refused: string | null
  detail: string | null
  heard: {
    subject: string
    login: string | null
    name: string | null
    email: string | null
    emailVerified: boolean
    groups: string[]
  } | null
  planned: {
    kind: 'make' | 'admit' | 'link'
    person: string | null
    login: string | null
    name: string | null
    email: string | null
    roles: string[] | null
  } | null
  claims: Record<string, unknown> | null
}

const PATH = 'identity-providers'

/** By which providers one can sign in; `tenant` where the host does not tell. */
export const offeredQuery = (tenant?: string) =>
  queryOptions({
    queryKey: ['door', 'providers', tenant ?? ''],
    queryFn: ({ signal }) =>
      request<{ items: { id: string; label: string; address: string }[] }>('sign-in/providers', {
        query: { tenant },
        signal,
      }),
    staleTime: 60_000,
  })

export const providersOptions = queryOptions({
  queryKey: [PATH],
  queryFn: ({ signal }) => request<{ items: IdentityProvider[]; roles: string[] }>(PATH, { signal }),
})

/** Ready-made roles are known by their code, those of the company by their id. */
export const roleNamesOptions = queryOptions({
  queryKey: ['roles', 'names'],
  queryFn: ({ signal }) =>
    request<{ items: { id: string | null; code: string | null; name: string }[] }>('roles', { signal }),
})

export const trialOptions = (id: string) =>
  queryOptions({
    queryKey: [PATH, id, 'try'],
    queryFn: ({ signal }) => request<Trial>(`${PATH}/${id}/try`, { signal }),
    retry: false,
  })

function useChange<T, R>(change: (input: T) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: [PATH] }) })
}

export const useAddProvider = () =>
  useChange((body: Partial<IdentityProvider>) => request<IdentityProvider>(PATH, { method: 'POST', body }))

export const useSaveProvider = () =>
  useChange(({ id, ...body }: Partial<IdentityProvider> & { id: string }) =>
    request<IdentityProvider>(`${PATH}/${id}`, { method: 'PATCH', body }),
  )

export const useRemoveProvider = () => useChange((id: string) => request<void>(`${PATH}/${id}`, { method: 'DELETE' }))

/** Answers where the browser goes to be told of by the provider. */
export const useTryProvider = () =>
  useMutation({ mutationFn: (id: string) => request<{ address: string }>(`${PATH}/${id}/try`, { method: 'POST' }) })
