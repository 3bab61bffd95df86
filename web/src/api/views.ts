import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import type { Principal } from './shares'

/** What a list shows and how, as it is kept. */
export interface Look {
  filter: string
  sort: string[]
  columns: string[]
  shows: string
  group: string | null
  measure: string | null
  kind: string | null
}

export interface SavedView extends Look {
  id: string
  version: number
  object: string
  name: string
  owner: { id: string; title: string | null }
  everyone: boolean
  /** The titles of those who are gone are null. */
  sharedWith: (Omit<Principal, 'title'> & { title: string | null })[]
  /** Roles whose people have it and begin with it. */
  firstFor: { id: string; title: string | null }[]
  mayChange: boolean
}

/** A view as it is written; without an id, a new one. */
export interface WantedView extends Look {
  id?: string
  version?: number
  name: string
  everyone: boolean
  sharedWith: string[]
  firstFor?: string[]
}

export const viewsOptions = (object: string) =>
  queryOptions({
    queryKey: ['views', object],
    queryFn: async ({ signal }) =>
      (await request<{ items: SavedView[] }>('views', { query: { object }, signal })).items,
    staleTime: 60_000,
  })

export function useSaveView(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version, ...body }: WantedView) =>
      id
        ? request<SavedView>(`views/${id}`, { method: 'PUT', body, headers: { 'If-Match': `"${version}"` } })
        : request<SavedView>('views', { method: 'POST', body: { ...body, object } }),
    onSuccess: (saved) => {
      // With what people begin is said with the objects.
      if (saved.firstFor.length > 0) void client.invalidateQueries({ queryKey: ['metadata'] })
      client.setQueryData(viewsOptions(object).queryKey, (views = []) =>
        views.some(({ id }) => id === saved.id)
          ? views.map((view) => (view.id === saved.id ? saved : view))
          : [...views, saved],
      )
    },
    // Somebody else may have changed it: what they made of it is shown.
    onError: () => client.invalidateQueries({ queryKey: viewsOptions(object).queryKey }),
  })
}

export function useDeleteView(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>(`views/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: viewsOptions(object).queryKey }),
  })
}
