import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './client'
import type { Reference } from './types'

/** What one can ask about a record: may somebody see it, change it, … */
export const ASKED_RIGHTS = ['read', 'edit', 'delete', 'assign', 'export'] as const
export type AskedRight = (typeof ASKED_RIGHTS)[number]

/** `missed` is what would have allowed it and did not. */
export type Verdict = 'yes' | 'no' | 'missed'

export interface AccessAnswer {
  allowed: boolean
  right: AskedRight
  user: Reference
  /** Sentences in the reader's language. */
  steps: { verdict: Verdict; text: string }[]
  /** Those that are not wholly open. */
  attributes: { attribute: string; label: string; right: 'hidden' | 'masked' | 'read'; text?: string | null }[]
}

/** Why somebody may or may not do something with a record; without a person, the reader. */
export const accessOptions = (object: string, id: string, right: AskedRight, user?: string) =>
  queryOptions({
    queryKey: ['access', object, id, right, user],
    queryFn: ({ signal }) => request<AccessAnswer>(`${object}/${id}/access`, { query: { right, user }, signal }),
    placeholderData: keepPreviousData,
  })
