import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'

/** An object that the company has defined. */
export interface DefinedObject {
  /** As in addresses; begins with `c-`. */
  path: string
  version: number
  /** What one and what several are called, in the reader's language. */
  label: string
  plural: string
  labels: Record<string, string>
  plurals: Record<string, string>
  /** What the text is called by which people know a record. */
  titles: Record<string, string>
  description: string
  icon: string
  place: number
  owned: boolean
  staged: boolean
  removedAt: string | null
  /** Until when it can be brought back. */
  keptUntil: string | null
}

export interface ObjectInput {
  path?: string
  labels?: Record<string, string>
  plurals?: Record<string, string>
  titles?: Record<string, string>
  description?: string
  icon?: string
  owned?: boolean
  stages?: string[]
}

const KEY = ['objects']

export const objectsOptions = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => request<{ items: DefinedObject[] }>('objects', { signal }),
})

/** Every screen follows what the catalog says, so that is read anew as well. */
function useChange<T, R>(change: (input: T) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['metadata'] })
      await client.invalidateQueries({ queryKey: KEY })
    },
  })
}

export const useDefineObject = () =>
  useChange((body: ObjectInput) => request<DefinedObject>('objects', { method: 'POST', body }))

export const useChangeObject = () =>
  useChange(({ path, version, ...body }: ObjectInput & Pick<DefinedObject, 'path' | 'version'>) =>
    request<DefinedObject>(`objects/${path}`, { method: 'PATCH', body, headers: { 'If-Match': `"${version}"` } }),
  )

export const useRemoveObject = () => useChange((path: string) => request<void>(`objects/${path}`, { method: 'DELETE' }))

export const useRestoreObject = () =>
  useChange((path: string) => request<DefinedObject>(`objects/${path}/restore`, { method: 'POST', body: {} }))
