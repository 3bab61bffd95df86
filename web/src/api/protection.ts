import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import { sessionQuery } from './session'

export interface Device {
  id: string
  browser: string | null
  system: string | null
  address: string | null
  createdAt: string
  lastSeenAt: string
  current: boolean
}

export interface SecondFactor {
  since: string | null
  recoveryCodesLeft: number
  demanded: boolean
}

export interface SignInPolicy {
  secondFactor: 'nobody' | 'administrators' | 'everybody'
  idleMinutes: number
  longestHours: number
}

export interface LinkStanding {
  kind: 'invitation' | 'reset'
  login: string
  name: string
  company: string
  tenant: string
  /** The person's, else the company's, where either has one. */
  language: string | null
}

const FACTOR = 'session/second-factor'

export const forgotPassword = (body: { login: string; tenant?: string }) =>
  request<void>('session/forgotten', { method: 'POST', body })

/** Looking does not use the link up. */
export const linkOptions = (token: string) =>
  queryOptions({
    queryKey: ['link', token],
    queryFn: () => request<LinkStanding>('sign-in/link', { method: 'POST', body: { token } }),
    retry: false,
    staleTime: Infinity,
  })

export const redeemLink = (body: { token: string; password: string }) =>
  request<void>('sign-in/link/password', { method: 'POST', body })

export const confirmPassword = (password: string) =>
  request<void>('session/confirm', { method: 'POST', body: { password } })

export const devicesOptions = queryOptions({
  queryKey: ['devices'],
  queryFn: ({ signal }) => request<{ items: Device[] }>('session/devices', { signal }),
})

/** Without an id everywhere but here. */
export function useSignOutDevice() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id?: string) => request<void>(id ? `session/devices/${id}` : 'session/devices', { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: devicesOptions.queryKey }),
  })
}

export const secondFactorOptions = queryOptions({
  queryKey: ['second-factor'],
  queryFn: ({ signal }) => request<SecondFactor>(FACTOR, { signal }),
})

export const beginSecondFactor = () =>
  request<{ secret: string; address: string }>(FACTOR, { method: 'POST', body: {} })
export const turnOnSecondFactor = (code: string) =>
  request<{ recoveryCodes: string[] }>(FACTOR, { method: 'PUT', body: { code } })
export const turnOffSecondFactor = () => request<void>(FACTOR, { method: 'DELETE' })
export const renewRecoveryCodes = () =>
  request<{ recoveryCodes: string[] }>(`${FACTOR}/recovery-codes`, { method: 'POST', body: {} })

/** What was known of the second factor and of what the session still lacks may have changed. */
export function useSecondFactorChanged() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: secondFactorOptions.queryKey }),
      // Asked anew where no page shows it, too: the router goes by it.
      client.fetchQuery({ ...sessionQuery, staleTime: 0 }),
      client.invalidateQueries({ queryKey: devicesOptions.queryKey }),
    ])
}

export const policyOptions = queryOptions({
  queryKey: ['settings', 'sign-in'],
  queryFn: ({ signal }) => request<SignInPolicy>('settings/sign-in', { signal }),
})

export function useSavePolicy() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Partial<SignInPolicy>) => request<SignInPolicy>('settings/sign-in', { method: 'PATCH', body }),
    onSuccess: (policy) => {
      client.setQueryData(policyOptions.queryKey, policy)
      return Promise.all([
        client.invalidateQueries({ queryKey: secondFactorOptions.queryKey }),
        client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ])
    },
  })
}
