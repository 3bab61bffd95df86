import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import type { Letterhead, Week } from './company'

export interface Token {
  id: string
  name: string
  createdAt: string
  expiresAt: string | null
  lastUsedAt: string | null
  prefix: string
  readOnly: boolean
}

export interface WantedToken {
  name: string
  expiresAt?: string
  never?: boolean
  readOnly?: boolean
  /** The role it is confined to. */
  role?: string
}

export interface Settings {
  name: string
  baseCurrency: string
  timeZone: string
  /** The month the company's years begin with, 1 to 12. */
  fiscalYearStart: number
  languages: string[]
  /** Of whoever has chosen none; null for the one their browser asks for, which is sent as an empty text. */
  defaultLanguage: string | null
  numberFormat: string
  dateFormat: string
  workingHours: Week
  letterhead: Letterhead
}

export const tokensOptions = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => request<{ items: Token[] }>('tokens', { signal }),
})

export function useCreateToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ account, ...body }: WantedToken & { account?: string }) =>
      request<Token & { token: string }>(account ? `service-accounts/${account}/tokens` : 'tokens', {
        method: 'POST',
        body,
      }),
    onSuccess: (_made, { account }) =>
      client.invalidateQueries({ queryKey: [account ? 'service-accounts' : 'tokens'] }),
  })
}

export function useRevokeToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, account }: { id: string; account?: string }) =>
      request<void>(account ? `service-accounts/${account}/tokens/${id}` : `tokens/${id}`, { method: 'DELETE' }),
    onSuccess: (_done, { account }) =>
      client.invalidateQueries({ queryKey: [account ? 'service-accounts' : 'tokens'] }),
  })
}

export const settingsOptions = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => request<Settings>('settings', { signal }),
})

export function useSaveSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Partial<Settings>) => request<Settings>('settings', { method: 'PATCH', body }),
    onSuccess: (settings) => {
      client.setQueryData(settingsOptions.queryKey, settings)
      return client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'settings' })
    },
  })
}

export interface ServiceAccount {
  id: string
  name: string
  tokens: Token[]
}

export const serviceAccountsOptions = queryOptions({
  queryKey: ['service-accounts'],
  queryFn: ({ signal }) => request<{ items: ServiceAccount[] }>('service-accounts', { signal }),
})

export function useCreateServiceAccount() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => request<ServiceAccount>('service-accounts', { method: 'POST', body: { name } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['service-accounts'] }),
  })
}
