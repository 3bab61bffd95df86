import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import type { Job } from './types'

export const RESTARTS = ['never', 'yearly', 'monthly', 'daily'] as const
export type Restart = (typeof RESTARTS)[number]

/** How the records of one object are numbered. */
export interface Numbering {
  object: string
  label: string
  attribute: string
  /** 0 where nobody has said anything. */
  version: number
  active: boolean
  format: string
  restart: Restart
  /** Whether people, files and programs may give a number. */
  byHand: boolean
  next: number
  /** What the next numbers would be today. */
  preview: string[]
}

export type NumberingInput = Pick<Numbering, 'active' | 'format' | 'restart' | 'byHand'> & { next?: number }

export const numberingOptions = queryOptions({
  queryKey: ['numbering'],
  queryFn: ({ signal }) => request<{ items: Numbering[] }>('numbering', { signal }),
})

export function useReplaceNumbering({ object, version }: Numbering) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NumberingInput) =>
      request<Numbering>('numbering', {
        method: 'PUT',
        headers: { 'If-Match': `"${version}"` },
        body: { object, ...body },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: numberingOptions.queryKey }),
  })
}

/** Gives numbers to the records that have none; answers the job that does it. */
export const useNumberRecords = () =>
  useMutation({
    mutationFn: (object: string) => request<Job>('numbering/records', { method: 'POST', body: { object } }),
  })

/** What a number reads like; empty where the format is none. */
export function numberOf(format: string, count: number, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const counters = format.match(/\{0{1,12}\}/g) ?? []
  if (counters.length !== 1) return ''
  const number = format
    .replaceAll('{yyyy}', year)
    .replaceAll('{yy}', year.slice(2))
    .replaceAll('{mm}', month)
    .replaceAll('{dd}', date)
    .replace(/\{(0{1,12})\}/, (_whole, zeros: string) => String(count).padStart(zeros.length, '0'))
  // A part that means nothing: no number has braces.
  return /[{}]/.test(number) ? '' : number
}
