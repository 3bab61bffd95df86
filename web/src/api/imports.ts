import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { exchange, request } from './client'
import type { Lookalike } from './duplicates'
import type { ImportMode } from './jobs'
import type { FieldError } from './problem'
import type { AttributeType, FileFormat, Job, Page } from './types'
import { sendFile } from './upload'

export interface Upload {
  id: string
  name: string
  size: number
}

/** How a file is written, as found out or as somebody knows better. */
export interface Reading {
  encoding?: string
  separator?: string
  sheet?: string
}

export interface Guess {
  field: string
  confidence: number
  likely: boolean
  reason: 'name' | 'label' | 'synonym' | 'target' | 'similar' | 'choices' | 'records' | 'content'
}

export interface SurveyColumn {
  header: string
  filled: number
  samples: string[]
  guess: Guess | null
}

export interface ImportField {
  field: string
  label: string
  type: AttributeType
  required: boolean
  /** Whether records are found by it. */
  key: boolean
}

export interface Survey {
  file: Upload & Reading & { format: FileFormat; sheets?: string[] }
  rows: number
  columns: SurveyColumn[]
  fields: ImportField[]
  remembered: ImportMap | null
}

export type MissingPolicy = 'fail' | 'create' | 'skip' | 'empty'

export interface ColumnRule {
  field: string
  values?: Record<string, string>
  missing?: MissingPolicy
  currency?: string
  empty?: 'keep' | 'clear'
}

/** What becomes of new rows that are like a record. */
export type Alike = 'create' | 'skip' | 'update'

/** What rows are like: one record, one as much as another, or one that is hidden. */
export type AlikeKind = 'one' | 'several' | 'hidden'

/**
 * What somebody decided, by the lines of rows, or of all others by what they are like; the id of a record has that one changed.
 */
export type Decisions = Partial<Record<string, string>>

/** A map file as JSON. */
export interface ImportMap extends Reading {
  object: string
  mode: ImportMode
  key?: string[]
  ignore?: boolean
  duplicates?: Alike
  columns: Record<string, ColumnRule | []>
  computed?: Record<string, { template: string }>
  constants?: Record<string, unknown>
}

export interface Meaning {
  value: string
  label: string
}

export interface UnknownText {
  text: string
  rows: number
  taken: Meaning | null
  near: Meaning[]
}

export interface ValuesOfColumn {
  name: string
  field: string
  reference: boolean
  different: number
  unknown: number
  texts: UnknownText[]
}

export interface Values {
  columns: ValuesOfColumn[]
  rows: number
  complete: boolean
}

export interface PreviewCell {
  text: string
  value?: unknown
  errors?: FieldError[]
}

export interface PreviewRow {
  line: number
  outcome: 'created' | 'updated' | 'skipped' | 'failed'
  cells: Record<string, PreviewCell>
  errors: FieldError[]
}

/** A row like records that are there. */
export interface AlikeRow {
  line: number
  title: string | null
  what: Alike
  records: Lookalike[]
}

export interface Difference {
  line: number
  id: string
  title: string | null
  changes: { attribute: string; before: unknown; after: unknown }[]
}

export const sendUpload = (file: File, onProgress: (share: number) => void, signal: AbortSignal) =>
  sendFile<Upload>('imports/uploads', file, onProgress, signal)

export const surveyOptions = (upload: string, object: string, reading: Reading) =>
  queryOptions({
    queryKey: ['imports', upload, object, reading],
    queryFn: ({ signal }) =>
      request<Survey>(`imports/uploads/${upload}/survey`, { query: { object, ...reading }, signal }),
    staleTime: Infinity,
    retry: false,
  })

const trial = <T>(upload: string, what: 'values' | 'preview', body: { map: ImportMap; decisions?: Decisions }) =>
  queryOptions({
    queryKey: ['imports', upload, what, body],
    queryFn: ({ signal }) => request<T>(`imports/uploads/${upload}/${what}`, { method: 'POST', body, signal }),
    staleTime: Infinity,
    retry: false,
  })

export const useValues = (upload: string, map: ImportMap) => useQuery(trial<Values>(upload, 'values', { map }))
export const usePreview = (upload: string, map: ImportMap, decisions?: Decisions) =>
  useQuery(trial<{ rows: PreviewRow[] }>(upload, 'preview', { map, decisions }))

/** Starts the import; the same key twice is one job. */
export function useStart() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (start: {
      upload: string
      map: ImportMap
      dryRun: boolean
      automation?: 'later'
      decisions?: Decisions
      key: string
    }): Promise<Job> => {
      const { key, ...body } = start
      const headers = { 'Idempotency-Key': key }
      return (await (await exchange('imports', { method: 'POST', body, headers })).json()) as Job
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

export const alikePage = (job: string, page: string, signal: AbortSignal) =>
  request<Page<AlikeRow>>(`jobs/${job}/alike`, { query: { page }, signal })

export const differencesPage = (job: string, page: string, signal: AbortSignal) =>
  request<Page<Difference> & { restricted: boolean }>(`jobs/${job}/differences`, { query: { page }, signal })
