import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import type { FieldError } from './problem'
import type { PrincipalKind } from './shares'
import type { Page, Reference } from './types'

const PATH = 'automation-rules'

export const TRIGGERS = ['created', 'changed', 'entered', 'date', 'schedule'] as const
export type TriggerKind = (typeof TRIGGERS)[number]
export const EVERY = ['day', 'week', 'month'] as const
export type Every = (typeof EVERY)[number]
export const ACTIONS = ['set', 'create', 'assign', 'notify', 'mail', 'webhook'] as const
export type ActionKind = (typeof ACTIONS)[number]

/** What makes a rule run; what a kind has no use for is absent or empty. */
export interface Trigger {
  kind: TriggerKind
  attributes?: string[]
  attribute?: string
  option?: string
  days?: number
  hours?: number
  every?: Every
  day?: number
  at?: string
}

/** What an attribute comes to have: one of these, and nothing where none is given. */
export interface ActionValue {
  attribute: string
  value?: unknown
  text?: string
  days?: number
  from?: string
}

export interface Recipient {
  /** `attribute` for whoever the record names there. */
  kind: PrincipalKind | 'attribute'
  id?: string
  title?: string | null
  attribute?: string
}

export interface Action {
  kind: ActionKind
  object?: string
  values?: ActionValue[]
  person?: Reference | null
  to?: Recipient[]
  text?: string
  webhook?: Reference
  /** Of a letter, with fields of the record. */
  address?: string
  subject?: string
}

export interface AutomationInput {
  object: string
  name: string
  active: boolean
  trigger: Trigger
  condition: string | null
  actions: Action[]
}

export interface AutomationRule extends AutomationInput {
  id: string
  version: number
  paused: 'owner-gone' | 'condition-broken' | null
  owner: Reference
  lastAt: string | null
  failedAt: string | null
  /** How many runs are still to come, up to a thousand. */
  waiting: number
  /** How many an import held back until somebody lets them go. */
  held: number
}

export const RUN_STATES = ['waiting', 'done', 'failed', 'unmet', 'hidden', 'gone', 'cut', 'held'] as const
export type RunState = (typeof RUN_STATES)[number]

/** What became of an action, or would become of it. */
export interface Step {
  kind: ActionKind | ''
  done: boolean
  errors: FieldError[]
  attributes?: string[]
  object?: string
  record?: string
  person?: string
  people?: number
  values?: Record<string, unknown>
  address?: string
  text?: string
}

export interface Run {
  id: string
  record: Reference
  state: RunState
  at: string
  endedAt: string | null
  steps: Step[]
}

export interface DryRun {
  looked: number
  met: number
  items: { record: Reference; steps: Step[] }[]
}

export const automationOptions = queryOptions({
  queryKey: [PATH],
  queryFn: ({ signal }) => request<{ items: AutomationRule[] }>(PATH, { signal }),
  refetchInterval: (query) => (query.state.data?.items.some(({ waiting }) => waiting > 0) ? 3_000 : false),
})

export const runsOptions = (id: string, state?: RunState) =>
  infiniteQueryOptions({
    queryKey: [PATH, id, 'runs', state],
    queryFn: ({ pageParam, signal }) =>
      request<Page<Run>>(`${PATH}/${id}/runs`, { query: { page: pageParam, state }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const inputOf = ({ object, name, active, trigger, condition, actions }: AutomationInput): AutomationInput => ({
  object,
  name,
  active,
  trigger,
  condition,
  actions,
})

/** @param rule the stored one that is written anew; none for a new one */
export function useSaveAutomation(rule?: AutomationRule) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AutomationInput) =>
      rule
        ? request<AutomationRule>(`${PATH}/${rule.id}`, {
            method: 'PUT',
            body,
            headers: { 'If-Match': `"${rule.version}"` },
          })
        : request<AutomationRule>(PATH, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [PATH] }),
  })
}

export function useDeleteAutomation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>(`${PATH}/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: [PATH] }),
  })
}

/** Carries out what imports held back. */
export function useRelease() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<{ count: number }>(`${PATH}/${id}/release`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: [PATH] }),
  })
}

/** What a rule would do that is not kept yet; nothing is changed. */
export const useDryRun = () =>
  useMutation({ mutationFn: (body: AutomationInput) => request<DryRun>(`${PATH}/dry-run`, { method: 'POST', body }) })
