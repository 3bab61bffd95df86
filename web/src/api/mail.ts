import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'

const KEY = ['mail']

export type Security = 'none' | 'starttls' | 'tls'

/** How the company sends its mail; everything is null until that is settled. The password is never told. */
export interface MailSettings {
  configured: boolean
  host: string | null
  port: number | null
  security: Security | null
  user: string | null
  hasPassword: boolean
  fromAddress: string | null
  fromName: string | null
  replyTo: string | null
  publicAddress: string | null
}

/** Without a password the one there is stays. */
export type WantedMailSettings = Partial<Omit<MailSettings, 'configured' | 'hasPassword'>> & { password?: string }

export interface OutgoingLetter {
  id: string
  to: string
  subject: string
  state: 'waiting' | 'sent' | 'failed'
  attempts: number
  createdAt: string
  sentAt: string | null
  nextAttemptAt: string | null
  error: { code: string; message: string } | null
}

export const mailSettingsOptions = queryOptions({
  queryKey: [...KEY, 'settings'],
  queryFn: ({ signal }) => request<MailSettings>('settings/mail', { signal }),
})

export const lettersOptions = infiniteQueryOptions({
  queryKey: [...KEY, 'letters'],
  queryFn: ({ signal, pageParam }) =>
    request<{ items: OutgoingLetter[]; next: string | null }>('settings/mail/letters', {
      signal,
      query: { page: pageParam },
    }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
})

export function useSaveMailSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: WantedMailSettings) => request<MailSettings>('settings/mail', { method: 'PUT', body }),
    onSuccess: (settings) => {
      client.setQueryData(mailSettingsOptions.queryKey, settings)
      return client.invalidateQueries({ queryKey: lettersOptions.queryKey })
    },
  })
}

export function useRemoveMailSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<void>('settings/mail', { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

/** Sends a letter and waits until the mail server has it. */
export const useTestMail = () =>
  useMutation({
    mutationFn: (to: string) =>
      request<{ to: string }>('settings/mail/test', { method: 'POST', body: to.trim() ? { to: to.trim() } : {} }),
  })
