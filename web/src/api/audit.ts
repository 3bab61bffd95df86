import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { address, request } from './client'
import { isMoving } from './jobs'
import type { Change, Job, Reference } from './types'

/** What the trail is looked through for; what is empty does not narrow. */
export interface AuditFilter {
  from?: string
  to?: string
  person?: string
  kind?: string
  object?: string
  record?: string
  words?: string
}

export interface AuditItem {
  id: string
  at: string
  source: 'change' | 'event'
  kind: string
  label: string
  by: Reference
  seenAs: Reference | null
  object: string | null
  record: Reference | null
  /** The first of them, where it was done to several. */
  records: Reference[]
  recordCount: number
  changes: Change[]
  details: { name: string; label: string; text: string }[]
  address: string | null
  request: string | null
  token: string | null
  operation: string | null
}

export interface AuditPage {
  items: AuditItem[]
  next: string | null
  /** How far back was looked, where the page is not full and there is more to look through. */
  searchedTo: string | null
}

export interface Seal {
  number: number
  at: string
  rows: number
  hash: string
}

export type Finding =
  | 'row-changed'
  | 'row-missing'
  | 'row-inserted'
  | 'block-changed'
  | 'block-missing'
  | 'end-missing'
  | 'erasure-unaccounted'
  | 'hash-unknown'

/** What a walk along the chain has found. */
export interface Verification {
  intact: boolean
  blocks: number
  rows: number
  erased: number
  unsealed: number
  last: { number: number; hash: string; at: string } | null
  finding: { what: Finding; block: number; table: string | null; row: string | null } | null
}

type VerificationJob = Omit<Job, 'result'> & { result: Verification | Record<string, never> }

const VERIFICATIONS = ['audit', 'verifications']
const POLL_MS = 1_500

const query = (filter: AuditFilter) => ({ ...filter })

export const auditOptions = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'items', filter],
    queryFn: ({ pageParam, signal }) =>
      request<AuditPage>('audit', { query: { ...query(filter), page: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const auditKindsOptions = (language: string) =>
  queryOptions({
    queryKey: ['audit', 'kinds', language],
    queryFn: ({ signal }) => request<{ items: { kind: string; label: string }[] }>('audit/kinds', { signal }),
    staleTime: Infinity,
  })

export const sealsOptions = queryOptions({
  queryKey: ['audit', 'seals'],
  queryFn: ({ signal }) => request<{ items: Seal[]; next: number | null }>('audit/seals', { signal }),
})

/** Where what is looked for is as a table, for a link. */
export const auditExport = (filter: AuditFilter): string => address('audit/export', query(filter))

const isUnderWay = (job: VerificationJob): boolean => isMoving({ ...job, result: null })

export const verificationOptions = queryOptions({
  queryKey: VERIFICATIONS,
  queryFn: ({ signal }) => request<{ items: VerificationJob[] }>('audit/verifications', { signal }),
  refetchInterval: (state) => (state.state.data?.items.some(isUnderWay) ? POLL_MS : false),
})

export function useVerify() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<Job>('audit/verifications', { method: 'POST', body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: VERIFICATIONS }),
  })
}

/** Whether a job has told what it found. */
export const isFound = (result: VerificationJob['result']): result is Verification => 'intact' in result

/** A known set of members of an address, as a filter. */
export function readAuditFilter(search: Record<string, unknown>): AuditFilter {
  const filter: AuditFilter = {}
  for (const name of ['from', 'to', 'person', 'kind', 'object', 'record', 'words'] as const) {
    const value = search[name]
    if (typeof value === 'string' && value) filter[name] = value
  }
  return filter
}
