import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { confirmed, request } from './client'
import { isScrolledFar, placeRow } from './endless'
import { partOf } from './overview'
import { asProblem, Problem } from './problem'
import type { Aggregate, Count, Page, RecordData } from './types'

export const PAGE_SIZE = 50

export interface ListParameters {
  filter?: string
  sort?: string
  fields?: readonly string[]
  limit?: number
  deleted?: boolean
  /** The moment whose records are meant; now where it says nothing. */
  asOf?: string
  /** Has it told which rows may not be changed. */
  may?: 'edit'
}

const listQuery = ({ fields, limit, ...parameters }: ListParameters) => ({
  ...parameters,
  limit: limit ?? PAGE_SIZE,
  fields: fields?.join(','),
})

/** Whoever scrolls wants more at once than whoever looks at the top. */
const FURTHER_PAGE_SIZE = 100

/** The endless list: the first page also counts, up to 1,000. */
export const listOptions = (object: string, parameters: ListParameters) =>
  infiniteQueryOptions({
    queryKey: ['records', object, 'list', parameters],
    queryFn: ({ pageParam, signal }) =>
      request<Page<RecordData>>(object, {
        query: pageParam
          ? { ...listQuery({ limit: FURTHER_PAGE_SIZE, ...parameters }), page: pageParam, count: 'none' }
          : { ...listQuery(parameters), count: 'capped' },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** The first rows of a list, for cards and pickers. */
export const firstRowsOptions = (object: string, parameters: ListParameters) =>
  queryOptions({
    queryKey: ['records', object, 'rows', parameters],
    queryFn: ({ signal }) => request<Page<RecordData>>(object, { query: listQuery(parameters), signal }),
  })

export const exactCountOptions = (object: string, filter?: string, asOf?: string) =>
  queryOptions({
    queryKey: ['records', object, 'count', filter, asOf],
    queryFn: async ({ signal }): Promise<Count> => {
      const page = await request<Page<RecordData>>(object, {
        query: { filter, limit: 1, count: 'exact', asOf },
        signal,
      })
      return page.count ?? { value: page.items.length, exact: false }
    },
  })

/** One record; where it is not among the living, the one in the recycle bin. It comes with what else its page asks for at that moment. */
export const recordOptions = (object: string, id: string) =>
  queryOptions({
    queryKey: ['records', object, 'one', id],
    queryFn: () => partOf(object, id, 'record'),
  })

export const aggregateOptions = (
  object: string,
  parameters: { group?: string; measure: readonly string[]; filter?: string },
) =>
  queryOptions({
    queryKey: ['records', object, 'aggregate', parameters],
    queryFn: ({ signal }) =>
      request<Aggregate>(`${object}/aggregate`, {
        query: { ...parameters, measure: parameters.measure.join(',') },
        signal,
      }),
  })

/** A write to one object may show in lists of another (a reference's title, a total), so every list is asked again. */
export const recordsChanged = (client: QueryClient) => client.invalidateQueries({ queryKey: ['records'] })

/**
 * After one record was changed in place: everything is asked again but what is scrolled far, where the row is put in its place
 * and all else stays under the reader.
 */
export function recordChanged(client: QueryClient, object: string, record: RecordData): void {
  remember(client, object, record)
  placeRow(client, object, record)
  void client.invalidateQueries({ queryKey: ['records'], predicate: (query) => !isScrolledFar(query) })
}

/** What this window has written: it hears of that as well, and knows it already. */
const ownVersions = new Map<string, number>()
const OWN_AT_MOST = 1_000

function noteOwn({ id, version }: Versioned): void {
  if (ownVersions.size >= OWN_AT_MOST) ownVersions.clear()
  ownVersions.set(id, version)
}

/** News of a write is told a moment after it is answered, together with what followed from it. */
const NEWS_MS = 3_000
let wroteAt = -Infinity

/** Something was written by this window, after which it asks anew for whatever may have changed with it. */
export const noteWrite = (): void => {
  wroteAt = performance.now()
}

export const hasJustWritten = (): boolean => performance.now() - wroteAt < NEWS_MS

export const wasOwn = (id: string, version: number): boolean => (ownVersions.get(id) ?? 0) >= version

/** Puts an answered record where pages read it, so that the screen follows at once. */
export function remember(client: QueryClient, object: string, record: RecordData): void {
  noteOwn(record)
  client.setQueryData(recordOptions(object, record.id).queryKey, record)
}

type Values = Record<string, unknown>

/** What can be sent twice without harm waits for the connection and is sent again, instead of being refused. */
export const whenLost = (_: number, error: unknown): boolean => error instanceof Problem && error.isOffline

/** A change whose answer was lost on the way is refused as stale when it is sent again, although it is what was wanted. */
function alreadyWritten(error: unknown, version: number, values: Values): RecordData {
  const current =
    asProblem(error).status === 412 ? (asProblem(error).members.current as RecordData | undefined) : undefined
  const idOf = (value: unknown) => (value as { id?: unknown } | null)?.id ?? value
  const same =
    current?.version === version + 1 &&
    Object.entries(values).every(([name, value]) => JSON.stringify(idOf(current[name])) === JSON.stringify(idOf(value)))
  if (!same) throw error
  return current
}

export function useCreate(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ values, key, allowDuplicates }: { values: Values; key: string; allowDuplicates?: boolean }) =>
      request<RecordData>(object, {
        method: 'POST',
        body: values,
        headers: { 'Idempotency-Key': key },
        query: { duplicates: allowDuplicates ? 'allow' : undefined },
      }),
    retry: whenLost,
    onSuccess: (record) => {
      noteOwn(record)
      return recordsChanged(client)
    },
  })
}

/** @param settle brings what is on the screen up to date; whoever knows better where the record stands says so */
export function usePatch(object: string, settle = recordChanged) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      id,
      version,
      values,
      allowDuplicates,
    }: {
      id: string
      version: number
      values: Values
      allowDuplicates?: boolean
    }) =>
      confirmed(() =>
        request<RecordData>(`${object}/${id}`, {
          method: 'PATCH',
          body: values,
          headers: { 'If-Match': `"${version}"` },
          query: { duplicates: allowDuplicates ? 'allow' : undefined },
        }),
      ).catch((error: unknown) => alreadyWritten(error, version, values)),
    retry: whenLost,
    onSuccess: (record) => settle(client, object, record),
  })
}

/** What a command has to tell, such as the password somebody signs in with for the first time. */
export type CommandAnswer = { password?: string | null; mailedTo?: string | null } | undefined

interface WantedCommand {
  id: string
  version: number
  command: string
  /** What it is done with. */
  body?: Record<string, unknown>
  /** Whether one knows that there are records like one that it makes. */
  allowDuplicates?: boolean
}

export function useCommand(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version, command, body = {}, allowDuplicates }: WantedCommand) =>
      request<CommandAnswer>(`${object}/${id}/${command}`, {
        method: 'POST',
        body,
        query: { duplicates: allowDuplicates ? 'allow' : undefined },
        headers: { 'If-Match': `"${version}"` },
      }),
    onSuccess: () => recordsChanged(client),
  })
}

export type Versioned = Pick<RecordData, 'id' | 'version'>

interface RowResult {
  id?: string
  status?: number
  problem?: { status?: number; detail?: string; title?: string }
}

/** Deletes one or many; resolves with the rows that were really deleted. */
export function useDelete(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (rows: readonly Versioned[]): Promise<Versioned[]> => {
      if (rows.length === 1 && rows[0]) {
        const { id, version } = rows[0]
        await request<void>(`${object}/${id}`, { method: 'DELETE', headers: { 'If-Match': `"${version}"` } })
        return [...rows]
      }
      const answer = await request<{ results?: RowResult[] }>(`${object}/batch`, {
        method: 'POST',
        body: { delete: rows.map(({ id, version }) => ({ id, version })) },
      })
      const refused = new Set((answer.results ?? []).filter((row) => (row.status ?? 200) >= 400).map((row) => row.id))
      return rows.filter((row) => !refused.has(row.id))
    },
    onSuccess: (deleted) => {
      // The page of a deleted record is being left; asking for it again would only find it gone.
      const gone = new Set<unknown>(deleted.map((row) => row.id))
      for (const { id, version } of deleted) noteOwn({ id, version: version + 1 })
      return client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'records' && !(queryKey[1] === object && gone.has(queryKey[3])),
      })
    },
  })
}

export function useRestore(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids: readonly string[]) =>
      Promise.all(ids.map((id) => request<RecordData>(`${object}/${id}/restore`, { method: 'POST' }))),
    onSuccess: () => recordsChanged(client),
  })
}
