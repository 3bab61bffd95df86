import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { request } from './client'
import type { Reference } from './types'

const KEY = ['notifications']

/** In the order in which people choose where they are told. */
export const NOTICE_KINDS = [
  'mentioned',
  'replied',
  'assigned',
  'shared',
  'followed',
  'automated',
  'due',
  'job',
  'device',
  'security',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
export const MAIL_CHOICES = ['now', 'hourly', 'daily', 'off'] as const
export type MailChoice = (typeof MAIL_CHOICES)[number]

export interface Notification {
  id: string
  kind: NoticeKind
  /** Ready to be read, in the person's language. */
  text: string
  record: { object: string; id: string; title: string } | null
  /** Where in the console there is more. */
  path: string | null
  by: Reference | null
  count: number
  at: string
  unread: boolean
}

interface NotificationPage {
  items: Notification[]
  next: string | null
  /** Of all there are, up to 100. */
  unread: number
}

export interface Channels {
  app: boolean
  mail: MailChoice
  /** Whether nobody can choose otherwise. */
  fixed: boolean
}

export interface NotificationPreferences {
  kinds: Record<NoticeKind, Channels>
  /** Times of the day such as 20:00. */
  quiet: { from: string; to: string } | null
  timeZone: string | null
  companyTimeZone: string
  mail: 'possible' | 'not-set-up' | 'no-address'
}

export const notificationsOptions = (unread: boolean, language: string) =>
  infiniteQueryOptions({
    queryKey: [...KEY, 'list', { unread, language }],
    queryFn: ({ signal, pageParam }) =>
      request<NotificationPage>('notifications', { signal, query: { unread: unread || undefined, page: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const notificationsChanged = (client: QueryClient) => client.invalidateQueries({ queryKey: [...KEY, 'list'] })

export function useReadNotifications() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { ids: string[] } | { all: true }) =>
      request<void>('notifications/read', { method: 'POST', body }),
    onSuccess: () => notificationsChanged(client),
  })
}

export const notificationPreferencesOptions = queryOptions({
  queryKey: [...KEY, 'preferences'],
  queryFn: ({ signal }) => request<NotificationPreferences>('notifications/preferences', { signal }),
})

export function useSaveNotificationPreferences() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ kinds, quiet, timeZone }: NotificationPreferences) =>
      request<NotificationPreferences>('notifications/preferences', {
        method: 'PUT',
        body: { kinds: chosen(kinds), quiet, timeZone },
      }),
    onSuccess: (saved) => client.setQueryData(notificationPreferencesOptions.queryKey, saved),
  })
}

const chosen = (kinds: NotificationPreferences['kinds']) =>
  Object.fromEntries(
    Object.entries(kinds)
      .filter(([, { fixed }]) => !fixed)
      .map(([kind, { app, mail }]) => [kind, { app, mail }]),
  )
