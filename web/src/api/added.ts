import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'

const UNREADY_MS = 2_000

/** The types of attributes that a company may add. */
export const ADDED_TYPES = [
  'text', 'longText', 'number', 'decimal', 'money', 'percent', 'date', 'time', 'choice', 'choices', 'boolean',
  'address', 'email', 'phone', 'url', 'reference', 'file',
] as const // prettier-ignore
export type AddedType = (typeof ADDED_TYPES)[number]

/** Types whose words the search box finds. */
export const WORDS: readonly AddedType[] = ['text', 'longText', 'email', 'phone', 'url', 'choices', 'address']

/** The types whose values a formula may give. */
export const FORMULA_TYPES = ['decimal', 'number', 'money', 'percent', 'text', 'date', 'time', 'boolean'] as const

export const ROLL_UP_FUNCTIONS = ['count', 'sum', 'min', 'max', 'last'] as const

/** What is taken together of the records that point to one. */
export interface AddedRollUp {
  object?: string
  reference?: string
  function?: (typeof ROLL_UP_FUNCTIONS)[number]
  attribute?: string | null
  condition?: string | null
}

/** An attribute that the company has added to an object. */
export interface AddedAttribute {
  name: string
  version: number
  /** In the reader's language. */
  label: string
  labels: Record<string, string>
  type: AddedType
  reference: string | null
  required: boolean
  filterable: boolean
  /** Whether filters by it are quick already. */
  ready: boolean
  searchable: boolean
  sensitive: boolean
  place: number
  /** The expression whose values it has; null where people write them. */
  formula: string | null
  rollUp: AddedRollUp | null
  removedAt: string | null
  /** Until when it can be brought back. */
  keptUntil: string | null
}

export interface AddedInput {
  label?: string
  type?: AddedType
  reference?: string
  required?: boolean
  filterable?: boolean
  searchable?: boolean
  sensitive?: boolean
  choices?: string[]
  formula?: string
  rollUp?: AddedRollUp
}

const path = (object: string) => `${object}/attributes`

export const addedOptions = (object: string) =>
  queryOptions({
    queryKey: ['added', object],
    queryFn: ({ signal }) => request<{ items: AddedAttribute[] }>(path(object), { signal }),
    // Until all records have it.
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ removedAt, filterable, ready }) => !removedAt && filterable && !ready)
        ? UNREADY_MS
        : false,
  })

/** Every screen follows what the catalog says, so that is read anew as well. */
function useChange<T, R>(object: string, change: (input: T) => Promise<R>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['metadata'] })
      await client.invalidateQueries({ queryKey: ['added', object] })
    },
  })
}

export const useAddAttribute = (object: string) =>
  useChange(object, (body: AddedInput) => request<AddedAttribute>(path(object), { method: 'POST', body }))

export const useChangeAttribute = (object: string) =>
  useChange(object, ({ name, version, ...body }: AddedInput & Pick<AddedAttribute, 'name' | 'version'>) =>
    request<AddedAttribute>(`${path(object)}/${name}`, {
      method: 'PATCH',
      body,
      headers: { 'If-Match': `"${version}"` },
    }),
  )

export const useRemoveAttribute = (object: string) =>
  useChange(object, (name: string) => request<void>(`${path(object)}/${name}`, { method: 'DELETE' }))

export const useRestoreAttribute = (object: string) =>
  useChange(object, (name: string) =>
    request<AddedAttribute>(`${path(object)}/${name}/restore`, { method: 'POST', body: {} }),
  )
