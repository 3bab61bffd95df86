import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import type { Reference } from './types'

const KEY = ['assignment-rules']
const PATH = 'assignment-rules'

export type RuleMethod = 'round-robin' | 'least-load' | 'by-value'

interface RuleWords {
  object: string
  name: string
  active: boolean
  automatic: boolean
  condition: string | null
  method: RuleMethod
  attribute: string | null
  mostOpen: number | null
}

/** Who gets records of an object, as it is stored. */
export interface Rule extends RuleWords {
  id: string
  version: number
  people: Reference[]
  group: (Reference & { object: string }) | null
  values: { value: string; title?: string; person: Reference }[]
}

/** The same as it is written: people are named by their ids. */
export interface RuleInput extends RuleWords {
  people: string[]
  group: { object: string; id: string } | null
  values: { value: string; person: string }[]
}

export const rulesOptions = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => request<{ items: Rule[]; groups: string[] }>(PATH, { signal }),
})

export const inputOf = ({ id: _, version: __, ...rule }: Rule): RuleInput => ({
  ...rule,
  people: rule.people.map((person) => person.id),
  group: rule.group ? { object: rule.group.object, id: rule.group.id } : null,
  values: rule.values.map(({ value, person }) => ({ value, person: person.id })),
})

const changed = (client: ReturnType<typeof useQueryClient>) =>
  Promise.all([client.invalidateQueries({ queryKey: KEY }), client.invalidateQueries({ queryKey: ['records'] })])

/** @param rule the stored one that is written anew; none for a new one */
export function useSaveRule(rule?: Rule) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: RuleInput) =>
      rule
        ? request<Rule>(`${PATH}/${rule.id}`, {
            method: 'PUT',
            body: input,
            headers: { 'If-Match': `"${rule.version}"` },
          })
        : request<Rule>(PATH, { method: 'POST', body: input }),
    onSuccess: () => changed(client),
  })
}

export function useDeleteRule() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>(`${PATH}/${id}`, { method: 'DELETE' }),
    onSuccess: () => changed(client),
  })
}

export function useOrderRules() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: string[]) => request<void>(`${PATH}/order`, { method: 'POST', body: { ids } }),
    onSuccess: () => changed(client),
  })
}
