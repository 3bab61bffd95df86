import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Language } from '~/i18n'
import { request } from './client'
import type { FieldError } from './problem'
import type { Count } from './types'

const PATH = 'advice-rules'

export const REMEDIES = ['fill', 'make', 'open', 'run'] as const
export type RemedyKind = (typeof REMEDIES)[number]

/** What is done; what a kind has no use for is absent. */
export interface Remedy {
  kind: RemedyKind
  attribute?: string
  command?: string
  values?: Record<string, unknown>
}

/** The records that point to the one whose page it is, and which of them count. */
export interface Pointing {
  object: string
  attribute: string
  condition?: string | null
  open: boolean
}

export type Words = Partial<Record<Language, string>>

export interface AdviceRuleInput {
  object: string
  active: boolean
  weight: number
  reasons: Words
  actions: Words
  condition: string | null
  pointing: Pointing | null
  remedy: Remedy
}

export interface AdviceRule extends AdviceRuleInput {
  id: string
  /** 0 of one that is shipped and left as it is. */
  version: number
  /** Whether it is the program's: only whether it holds and how much it weighs is the company's. */
  shipped: boolean
  reason: string
  action: string
  /** Why it says nothing. */
  errors: FieldError[]
}

/** Of how many records it would be told now. */
export interface AdviceTrial {
  count: Count
  items: { id: string; title: string }[]
  /** By which a list shows all of them; null where none does. */
  filter: string | null
}

export const adviceRulesOptions = queryOptions({
  queryKey: [PATH],
  queryFn: ({ signal }) => request<{ items: AdviceRule[] }>(PATH, { signal }),
})

export const inputOf = ({
  object,
  active,
  weight,
  reasons,
  actions,
  condition,
  pointing,
  remedy,
}: AdviceRuleInput) => ({
  object,
  active,
  weight,
  reasons,
  actions,
  condition,
  pointing,
  remedy,
})

/** Pages that say what is best done go by the rules, so what they know is asked for anew. */
function useChanged() {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: [PATH] }),
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'records' && queryKey[2] === 'advice' }),
    ])
}

/** @param rule the stored one that is written anew; none for a new one */
export function useSaveAdviceRule(rule?: AdviceRule) {
  const onSettled = useChanged()
  return useMutation({
    mutationFn: (body: Partial<AdviceRuleInput>) =>
      rule
        ? request<AdviceRule>(`${PATH}/${rule.id}`, {
            method: 'PUT',
            body,
            headers: { 'If-Match': `"${rule.version}"` },
          })
        : request<AdviceRule>(PATH, { method: 'POST', body }),
    onSettled,
  })
}

/** One that is shipped is again as it was shipped. */
export function useDeleteAdviceRule() {
  const onSettled = useChanged()
  return useMutation({
    mutationFn: (id: string) => request<void>(`${PATH}/${id}`, { method: 'DELETE' }),
    onSettled,
  })
}

export const useTryAdviceRule = () =>
  useMutation({
    mutationFn: (body: AdviceRuleInput) => request<AdviceTrial>(`${PATH}/trial`, { method: 'POST', body }),
  })
