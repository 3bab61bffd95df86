import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './client'

/** Of which attributes of a record something holds by the rules of its object. */
export interface FormState {
  required: string[]
  readOnly: string[]
  hidden: string[]
}

/** Of a record as it is stored. */
export const storedFormOptions = (object: string, id: string, version: number) =>
  queryOptions({
    queryKey: ['form', object, id, version],
    queryFn: ({ signal }) => request<FormState>(`${object}/${id}/form`, { signal }),
    placeholderData: keepPreviousData,
  })

/** Of what somebody has written so far; nothing is saved. */
export const writtenFormOptions = (object: string, id: string | undefined, values: Record<string, unknown>) =>
  queryOptions({
    queryKey: ['form', object, 'written', id, values],
    queryFn: ({ signal }) => request<FormState>(`${object}/form`, { method: 'POST', body: { id, values }, signal }),
    placeholderData: keepPreviousData,
  })
