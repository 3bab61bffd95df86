import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'

export interface Token {
  id: string
  name: string
  createdAt: string
  expiresAt: string | null
  lastUsedAt: string | null
  prefix: string
}

export interface Settings {
  name: string
  baseCurrency: string
  timeZone: string
}

export const tokensOptions = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => request<{ items: Token[] }>('tokens', { signal }),
})

export function useCreateToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; expiresAt?: string }) =>
      request<Token & { token: string }>('tokens', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens'] }),
  })
}

export function useRevokeToken() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>(`tokens/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens'] }),
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
