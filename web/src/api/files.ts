import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { address, request } from './client'
import { partOf } from './overview'
import type { Page, RecordData, Reference } from './types'
import { sendFile } from './upload'

/** The record whose files are meant. */
export interface FilesOf {
  object: string
  id: string
}

/** Where the files of a record are had; nowhere while it is in the recycle bin. */
export const filesOf = (object: string, { id, deletedAt }: RecordData): FilesOf | undefined =>
  deletedAt ? undefined : { object, id }

interface Content {
  id: string
  name: string
  version: number
  size: number
  mediaType: string
  /** Whether a browser may show it in a page. */
  shown: boolean
  at: string
  by: Reference
}

export interface RecordFile extends Content {
  /** The attribute that holds it; null where it is kept with the record as a whole. */
  attribute: string | null
  deletedAt: string | null
}

/** What has to be known of a file to look at it; without a version where it never has another. */
export type Previewed = AttachedFile & Partial<Pick<RecordFile, 'version'>>

export interface FileVersion extends Content {
  current: boolean
}

export interface FilePage extends Page<RecordFile> {
  mayChange: boolean
}

/** A file as the value of an attribute. */
export interface AttachedFile {
  id: string
  name: string
  size: number
  mediaType: string
}

/** What a browser shows in a page without running anything. */
const SHOWN = /^(application\/pdf|image\/(png|jpeg|gif|bmp|webp))$/

export const isShown = (mediaType: string): boolean => SHOWN.test(mediaType)

const path = ({ object, id }: FilesOf): string => `${object}/${id}/files`

/** Where the bytes are; a link to it keeps them, unless they are to be shown. */
export function contentAddress(of: FilesOf, file: string, how: { version?: string; inline?: boolean } = {}): string {
  const version = how.version ? `/versions/${how.version}` : ''
  return address(`${path(of)}/${file}${version}/content`, { inline: how.inline })
}

export const filesOptions = (of: FilesOf) =>
  infiniteQueryOptions({
    queryKey: ['records', of.object, 'files', of.id],
    queryFn: ({ pageParam, signal }) =>
      pageParam
        ? request<FilePage>(path(of), { query: { page: pageParam }, signal })
        : partOf(of.object, of.id, 'files'),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const deletedFilesOptions = (of: FilesOf) =>
  infiniteQueryOptions({
    queryKey: ['records', of.object, 'files', of.id, 'deleted'],
    queryFn: ({ pageParam, signal }) =>
      request<FilePage>(path(of), { query: { page: pageParam, deleted: true }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const versionsOptions = (of: FilesOf, file: string) =>
  queryOptions({
    queryKey: ['records', of.object, 'file-versions', of.id, file],
    queryFn: ({ signal }) => request<{ items: FileVersion[] }>(`${path(of)}/${file}/versions`, { signal }),
  })

export const contentOptions = (of: FilesOf, { id, version }: Previewed) =>
  queryOptions({
    queryKey: ['records', of.object, 'file-content', of.id, id, version],
    queryFn: async ({ signal }) => {
      const answer = await fetch(contentAddress(of, id, { inline: true }), { signal, credentials: 'same-origin' })
      if (!answer.ok) throw new Error(String(answer.status))
      return answer.blob()
    },
    gcTime: 0,
    retry: false,
  })

/** Adds a file to a record, or as a new version of one. */
export const addFile = (
  of: FilesOf,
  file: File,
  version: string | undefined,
  onProgress: (share: number) => void,
  signal: AbortSignal,
) => sendFile<unknown>(version ? `${path(of)}/${version}/versions` : path(of), file, onProgress, signal)

/** Brings a file that an attribute will be given. */
export const receiveFile = (file: File, onProgress: (share: number) => void, signal: AbortSignal) =>
  sendFile<AttachedFile>('files', file, onProgress, signal)

/** What the files of a record are told in: their list, their versions and the timeline. */
export function useFilesChanged({ object, id }: FilesOf) {
  const client = useQueryClient()
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [area, name, what, record] }) =>
        area === 'records' &&
        name === object &&
        record === id &&
        ['files', 'file-versions', 'timeline'].includes(String(what)),
    })
}

export function useFileChanges(of: FilesOf) {
  const onSuccess = useFilesChanged(of)
  return {
    rename: useMutation({
      mutationFn: ({ id, name }: { id: string; name: string }) =>
        request<RecordFile>(`${path(of)}/${id}`, { method: 'PATCH', body: { name } }),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => request<void>(`${path(of)}/${id}`, { method: 'DELETE' }),
      onSuccess,
    }),
    restore: useMutation({
      mutationFn: (id: string) => request<RecordFile>(`${path(of)}/${id}/restore`, { method: 'POST' }),
      onSuccess,
    }),
    restoreVersion: useMutation({
      mutationFn: ({ id, version }: { id: string; version: string }) =>
        request<RecordFile>(`${path(of)}/${id}/versions/${version}/restore`, { method: 'POST' }),
      onSuccess,
    }),
  }
}
