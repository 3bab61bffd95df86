import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'

/** Where another program is told of changes. */
export interface Webhook {
  id: string
  version: number
  name: string
  url: string
  /** Empty for all. */
  objects: string[]
  /** Empty for all. */
  actions: string[]
  ownNetwork: boolean
  active: boolean
  /** Since when no message has arrived. */
  troubledSince: string | null
  /** Told once, when it is made. */
  secret?: string | null
}

export type WebhookInput = Pick<Webhook, 'name' | 'url' | 'objects' | 'actions' | 'ownNetwork' | 'active'>

export const DELIVERY_STATES = ['waiting', 'sent', 'failed'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** What became of a message. */
export interface Delivery {
  id: string
  type: string
  state: DeliveryState
  attempts: number
  nextAt: string | null
  lastAt: string | null
  status: number | null
  trouble: string | null
  answer: string | null
  body: string
}

export const WEBHOOK_ACTIONS = ['created', 'updated', 'deleted', 'restored'] as const

const PATH = 'webhooks'

export const webhooksOptions = queryOptions({
  queryKey: [PATH],
  queryFn: ({ signal }) => request<{ items: Webhook[] }>(PATH, { signal }),
})

export const deliveriesOptions = (id: string, state?: DeliveryState) =>
  infiniteQueryOptions({
    queryKey: [PATH, id, 'deliveries', state ?? ''],
    queryFn: ({ pageParam, signal }) =>
      request<{ items: Delivery[]; next: string | null }>(`${PATH}/${id}/deliveries`, {
        query: { state, page: pageParam || undefined },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    // What waits is on its way while one looks.
    refetchInterval: ({ state: { data } }) =>
      data?.pages[0]?.items.some((each) => each.state === 'waiting' && each.attempts === 0) ? 1_000 : false,
  })

function useChange<T, R>(change: (input: T) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: [PATH] }) })
}

export const useAddWebhook = () => useChange((body: WebhookInput) => request<Webhook>(PATH, { method: 'POST', body }))

export const useSaveWebhook = () =>
  useChange(({ id, version, ...body }: Partial<WebhookInput> & { id: string; version: number }) =>
    request<Webhook>(`${PATH}/${id}`, { method: 'PUT', body, headers: { 'If-Match': `"${version}"` } }),
  )

export const useRemoveWebhook = () => useChange((id: string) => request<void>(`${PATH}/${id}`, { method: 'DELETE' }))

export const useRenewSecret = () =>
  useChange((id: string) => request<Webhook>(`${PATH}/${id}/secret`, { method: 'POST', body: {} }))

export const useTestWebhook = () =>
  useChange((id: string) => request<{ id: string }>(`${PATH}/${id}/test`, { method: 'POST', body: {} }))

/** Sends one message once more, or all that nobody tries to send any more. */
export const useReplay = () =>
  useChange(({ id, delivery }: { id: string; delivery?: string }) =>
    request<{ count: number }>(delivery ? `${PATH}/${id}/deliveries/${delivery}/replay` : `${PATH}/${id}/replay`, {
      method: 'POST',
      body: {},
    }),
  )
