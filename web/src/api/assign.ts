import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import { partOf } from './overview'
import { recordsChanged } from './records'
import type { Job, Reference } from './types'

/** What can move along with a record; counted only for one record. */
export interface Along {
  object: string
  /** Whether such records can come to an end. */
  ends: boolean
  all?: number
  sameOwner?: number
  open?: number
  openOfSameOwner?: number
}

export interface AssignOffer {
  owner?: Reference | null
  along: Along[]
  rules: { id: string; name: string }[]
}

/** Who gets records, and what moves along with them. */
export interface Assignment {
  to?: string
  /** The id of a rule, or `matching` for whichever holds. */
  rule?: string
  along?: string[]
  alongOf?: 'same-owner' | 'anyone'
  alongState?: 'open' | 'all'
  note?: string
}

export type Chosen = { ids: string[] } | { filter: string }

export interface Moved {
  object: string
  moved: number
  stayed: number
  why: { message: string; count: number }[]
}

export interface Assigned {
  /** By which it can be taken back; null where nothing has changed hands. */
  job: string | null
  moved: Moved[]
}

/** The account of a job that gives records away, or of a look at what it would do. */
export interface AssignTally {
  in: number
  updated: number
  skipped: number
  failed: number
  along: Record<string, number>
  stayed: Record<string, number>
  people: Record<string, number>
}

export interface OwnerInTime {
  owner: Reference | null
  from: string
  until: string | null
  by: Reference
  note: string | null
}

/** @param id of a record; without it what holds of many */
export const offerOptions = (object: string, id?: string) =>
  queryOptions({
    queryKey: ['records', object, 'assign', id],
    queryFn: ({ signal }) => request<AssignOffer>(id ? `${object}/${id}/assign` : `${object}/assign`, { signal }),
  })

export const ownersOptions = (object: string, id: string) =>
  queryOptions({
    queryKey: ['records', object, 'owners', id],
    queryFn: () => partOf(object, id, 'owners'),
  })

/** Gives one record away; where very much moves along, a job does it. */
export function useAssignOne(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, assignment }: { id: string; assignment: Assignment }) =>
      request<Assigned | Job>(`${object}/${id}/assign`, { method: 'POST', body: assignment }),
    onSuccess: () => recordsChanged(client),
  })
}

/** Begins to give many away, or to look who would get them. */
export function useAssignMany(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (order: Assignment & Chosen & { dryRun?: boolean }) =>
      request<Job>(`${object}/assign`, { method: 'POST', body: order }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

export const tallyOf = (job: Job | undefined): AssignTally | undefined =>
  job?.result ? (job.result as unknown as AssignTally) : undefined
