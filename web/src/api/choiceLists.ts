import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import type { ChoiceColor, Job } from './types'

/** A list of choices among others; its id is the attribute as in addresses: `opportunities.stage`. */
export interface ListedChoices {
  id: string
  object: string
  objectLabel: string
  attribute: string
  label: string
  multiple: boolean
  size: number
  active: number
}

/** One choice of a list, as it is set up. */
export interface SettledChoice {
  /** Missing for one that is to be added. */
  code?: string
  /** What it is called in the reader's language. */
  label: string
  /** What the program calls it there; null where it has no word for it. */
  ready: string | null
  /** What the company calls it, by language. */
  labels: Record<string, string>
  meaning: string | null
  color: ChoiceColor | null
  active: boolean
  initial: boolean
  /** How likely a record that has it comes to a good end, of a hundred; null where nobody says. */
  chance: number | string | null
  /** How many records have it. */
  records: number
}

/** Which choices fit to which of another field; to a code that is not named all do. */
export interface Dependency {
  attribute: string
  fits: Record<string, string[]>
}

export interface ChoiceList extends Omit<ListedChoices, 'size' | 'active'> {
  version: number
  /** Whether choices may neither be added nor dropped. */
  fixed: boolean
  /** Whether a new record has to begin with one of them. */
  begins: boolean
  /** Whether each may say how likely a record that has it comes to a good end. */
  chances: boolean
  /** What they may mean; empty where they have no fixed meanings. */
  meanings: { code: string; label: string }[]
  dependsOn: Dependency | null
  choices: SettledChoice[]
}

const KEY = ['choiceLists']

export const choiceListsOptions = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => request<{ items: ListedChoices[] }>('choice-lists', { signal }),
})

export const choiceListOptions = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id],
    queryFn: ({ signal }) => request<ChoiceList>(`choice-lists/${id}`, { signal }),
    enabled: id !== '',
  })

/** Puts choices in place of those that are there; shown at once, and taken back where somebody else was quicker. */
export function useReplaceChoices(list: ChoiceList) {
  const client = useQueryClient()
  const key = choiceListOptions(list.id).queryKey
  return useMutation({
    mutationFn: (choices: SettledChoice[]) =>
      request<ChoiceList>(`choice-lists/${list.id}`, {
        method: 'PUT',
        headers: { 'If-Match': `"${list.version}"` },
        body: {
          choices: choices.map(({ code, labels, meaning, color, active, initial, chance }) => ({
            code,
            labels,
            meaning,
            color,
            active,
            initial,
            chance,
          })),
        },
      }),
    onMutate: async (choices) => {
      await client.cancelQueries({ queryKey: key })
      const before = client.getQueryData(key)
      client.setQueryData(key, { ...list, choices })
      return { before }
    },
    onError: (_error, _choices, context) => {
      client.setQueryData(key, context?.before)
      void client.invalidateQueries({ queryKey: key })
    },
    onSuccess: async (saved) => {
      client.setQueryData(key, saved)
      await client.invalidateQueries({ queryKey: ['metadata'] })
      await client.invalidateQueries({ queryKey: KEY, exact: true })
    },
  })
}

/** Says which choices fit to which of another field; without one all fit to all. */
export function useFitChoices(list: ChoiceList) {
  const client = useQueryClient()
  const key = choiceListOptions(list.id).queryKey
  return useMutation({
    mutationFn: (body: Partial<Dependency>) =>
      request<ChoiceList>(`choice-lists/${list.id}/dependency`, {
        method: 'PUT',
        headers: { 'If-Match': `"${list.version}"` },
        body,
      }),
    onError: () => client.invalidateQueries({ queryKey: key }),
    onSuccess: async (saved) => {
      client.setQueryData(key, saved)
      await client.invalidateQueries({ queryKey: ['metadata'] })
    },
  })
}

/** Gives all records that have one choice another one; answers the job that does it. */
export function useReplaceChoice(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { from: string; to: string }) =>
      request<Job>(`choice-lists/${id}/replacements`, { method: 'POST', body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['metadata'] })
      await client.invalidateQueries({ queryKey: KEY })
    },
  })
}
