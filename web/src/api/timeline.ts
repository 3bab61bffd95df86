import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type Query,
  type QueryClient,
} from '@tanstack/react-query'
import { request } from './client'
import { partOf } from './overview'
import { whenLost } from './records'
import { showsRecord } from './shown'
import type { Change, Page, RecordData, Reference } from './types'

/** A record by name, so that it can be gone to. */
export interface NamedRecord extends Reference {
  object: string
}

export interface Comment {
  id: string
  at: string
  by: Reference
  /** With `@[id]` where somebody is named. */
  body: string
  mentions: Reference[]
  editedAt: string | null
  deleted: boolean
  mine: boolean
}

interface Entry {
  id: string
  at: string
  by: Reference | null
  record: NamedRecord
}

export interface ChangeEntry extends Entry {
  kind: 'changes'
  action: 'created' | 'updated' | 'deleted' | 'restored' | 'merged' | 'became'
  /** The records that became it. */
  merged?: Reference[]
  /** Of a rule that made it on behalf of `by`; absent where they made it themselves. */
  rule?: string | null
  changes: Change[]
}

export interface CommentEntry extends Omit<Comment, 'by'>, Entry {
  kind: 'comments'
  by: Reference
  replies: Comment[]
}

/** A record that is itself an entry; its kind is its object. */
export interface RecordEntry extends Entry {
  kind: string
  values: RecordData
  comments: Comment[]
}

/** A version of a file that came. */
export interface FileEntry extends Entry {
  kind: 'files'
  file: { id: string; name: string; version: number; size: number; mediaType: string }
}

export type TimelineEntry = ChangeEntry | CommentEntry | FileEntry | RecordEntry

export const isChange = (entry: TimelineEntry): entry is ChangeEntry => entry.kind === 'changes'
export const isFile = (entry: TimelineEntry): entry is FileEntry => entry.kind === 'files'
export const isComment = (entry: TimelineEntry): entry is CommentEntry => entry.kind === 'comments'

/** What others did and said, as one text that is another when there is more of it. */
export function doneByOthers(entries: readonly TimelineEntry[], person: string): string {
  const said = (entry: TimelineEntry): Comment[] =>
    isComment(entry) ? entry.replies : isChange(entry) || isFile(entry) ? [] : entry.comments
  return entries
    .flatMap((entry) => [entry, ...said(entry)])
    .filter(({ by }) => by?.id !== person)
    .map(({ id }) => id)
    .join()
}

export interface Mention extends Comment {
  record: NamedRecord
  unread: boolean
}

export interface Followed {
  record: NamedRecord
  since: string
  news: Record<string, number>
  latest: string | null
}

export interface Followers {
  following: boolean
  count: number
  items: Reference[]
}

export const timelineOptions = (object: string, id: string, kind?: string) =>
  infiniteQueryOptions({
    queryKey: ['records', object, 'timeline', id, kind],
    queryFn: ({ pageParam, signal }) =>
      pageParam || kind
        ? request<Page<TimelineEntry>>(`${object}/${id}/timeline`, { query: { page: pageParam, kinds: kind }, signal })
        : partOf(object, id, 'timeline'),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const historyOptions = (object: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ['records', object, 'history', id],
    queryFn: ({ pageParam, signal }) =>
      request<Page<ChangeEntry>>(`${object}/${id}/history`, { query: { page: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const followersOptions = (object: string, id: string) =>
  queryOptions({
    queryKey: ['records', object, 'followers', id],
    queryFn: () => partOf(object, id, 'followers'),
  })

export const mentionsOptions = queryOptions({
  queryKey: ['records', 'news', 'mentions'],
  queryFn: ({ signal }) => request<Page<Mention> & { unread: number }>('mentions', { signal }),
})

export const followedOptions = queryOptions({
  queryKey: ['records', 'news', 'followed'],
  queryFn: ({ signal }) => request<{ items: Followed[] }>('followed', { signal }),
})

/** What happened until now is no longer news to the reader, as they find when they next look what is new. */
export async function haveSeen(client: QueryClient, object: string, id: string): Promise<void> {
  await request<void>(`${object}/${id}/seen`, { method: 'POST', body: {} })
  await client.invalidateQueries({ queryKey: ['records', 'news'], refetchType: 'none' })
}

export function useFollow(object: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (follow: boolean) => request<void>(`${object}/${id}/follow`, { method: follow ? 'POST' : 'DELETE' }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: followersOptions(object, id).queryKey }),
        client.invalidateQueries({ queryKey: ['records', 'news'] }),
      ]),
  })
}

interface Said {
  body: string
  replyTo?: string
  /** The comment that is said anew. */
  comment?: string
  key: string
}

/** Whoever comments follows, and may name others; of records themselves nothing changes, so that no page is loaded anew. */
export function isTouchedByComment(query: Pick<Query, 'queryKey' | 'state'>, id: string): boolean {
  const [area, of, what] = query.queryKey
  if (area !== 'records') return false
  return of === 'news' || ((what === 'timeline' || what === 'followers') && showsRecord(query, id))
}

/** Comments on one record. */
export function useComments({ object, id }: { object: string; id: string }) {
  const client = useQueryClient()
  const path = `${object}/${id}/comments`
  const changed = () => client.invalidateQueries({ predicate: (query) => isTouchedByComment(query, id) })
  return {
    say: useMutation({
      mutationFn: ({ body, replyTo, comment, key }: Said) =>
        comment
          ? request<Comment>(`${path}/${comment}`, { method: 'PUT', body: { body } })
          : request<Comment>(path, { method: 'POST', body: { body, replyTo }, headers: { 'Idempotency-Key': key } }),
      retry: whenLost,
      onSuccess: changed,
    }),
    remove: useMutation({
      mutationFn: (comment: string) => request<void>(`${path}/${comment}`, { method: 'DELETE' }),
      onSuccess: changed,
    }),
    restore: useMutation({
      mutationFn: (comment: string) => request<Comment>(`${path}/${comment}/restore`, { method: 'POST' }),
      onSuccess: changed,
    }),
  }
}
