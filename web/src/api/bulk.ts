import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Chosen } from './assign'
import { request } from './client'
import type { FieldError } from './problem'
import type { Job } from './types'

/** What becomes of many records: other values, or the recycle bin. */
export type BulkChange = { update: Record<string, unknown> } | { delete: true }

/** The account of a bulk change, or of a look at what it would do. */
export interface BulkTally {
  in: number
  updated: number
  skipped: number
  removed: number
  failed: number
  /** For which reasons records stayed as they were, each with how many. */
  why: (FieldError & { count: number })[]
}

/** Begins to change many records, or to look what would become of them. */
export function useBulk(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (order: Chosen & BulkChange & { dryRun?: boolean }) =>
      request<Job>(`${object}/bulk`, { method: 'POST', body: order }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

export const bulkTallyOf = (job: Job | undefined): BulkTally | undefined =>
  job?.result ? (job.result as unknown as BulkTally) : undefined
