import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import type { JobState, Reference } from './types'

const KEY = ['backups']
const POLL_MS = 1_500

/** A backup of the company's data: a job while it is taken, a file afterwards. */
export interface Backup {
  id: string
  state: JobState
  progress: number
  createdAt: string
  finishedAt: string | null
  by: Reference
  /** Of the file. */
  name: string
  rows: number | null
  /** In bytes. */
  size: number | null
  /** Whether it was read back and found to be what was written. */
  verified: boolean
  keptUntil: string | null
}

export const isBeingTaken = ({ state }: Backup): boolean => state === 'queued' || state === 'running'

export const backupsOptions = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => request<{ items: Backup[] }>('backups', { signal }),
  refetchInterval: (query) => (query.state.data?.items.some(isBeingTaken) ? POLL_MS : false),
})

/** Where the file is, for a link. */
export const backupFile = ({ id }: Backup): string => `/api/v1/backups/${id}/file`

export function useTakeBackup() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<Backup>('backups', { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

export function useDeleteBackup() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<void>(`backups/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}
