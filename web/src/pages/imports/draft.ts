import { useCallback, useState } from 'react'
import type { Alike, ColumnRule, Decisions, ImportMap, Reading, Survey } from '~/api/imports'
import type { ImportMode } from '~/api/jobs'
import type { Money } from '~/api/types'
import { isEmpty } from '~/fields/registry'

/** By which a record is found that was exported; nobody gives it to one. */
export const ID = 'id'

/** A value that every row gets, as the field's own input has it; `{column}` in a text stands for a cell. */
export interface Fixed {
  field: string
  value: unknown
}

/** What somebody has said of a file so far. */
export interface Draft {
  reading: Reading
  mode: ImportMode
  key: string[]
  /** By header; null leaves a column out. */
  columns: Record<string, ColumnRule | null>
  fixed: Fixed[]
  duplicates?: Alike
  /** What becomes of rows that are like a record. */
  decisions?: Decisions
}

/** How a file is to be read, before anybody can say what its columns are. */
export type Beginning = Pick<Draft, 'reading'>

export const isDraft = (said: Draft | Beginning): said is Draft => 'columns' in said

/** What was said of such a file before, else what is likely. */
export function draftOf(survey: Survey, reading: Reading): Draft {
  const { remembered } = survey
  if (remembered) return remembrance(remembered, survey, reading)
  const columns = Object.fromEntries(
    survey.columns.map(({ header, guess }) => [header, guess?.likely ? { field: guess.field } : null]),
  )
  // A file with ids was exported: its rows are about the records that are there.
  const exported = Object.values(columns).some((rule) => rule?.field === ID)
  return { reading, mode: exported ? 'update' : 'create', key: exported ? [ID] : [], columns, fixed: [] }
}

function remembrance(map: ImportMap, survey: Survey, reading: Reading): Draft {
  const columns = Object.fromEntries(
    survey.columns.map(({ header }) => {
      const rule = map.columns[header]
      return [header, rule && !Array.isArray(rule) ? rule : null]
    }),
  )
  const fixed = [
    ...Object.entries(map.computed ?? {}).map(([field, { template }]) => ({ field, value: template })),
    ...Object.entries(map.constants ?? {}).map(([field, value]) => ({ field, value })),
  ]
  return { reading, mode: map.mode, key: map.key ?? [], columns, fixed, duplicates: map.duplicates }
}

/** Whether it is made of cells of the row. */
export const isTemplate = (value: unknown): value is string => typeof value === 'string' && /\{[^{}]+\}/.test(value)

/** A cleared amount leaves its currency behind. */
const isBlank = (value: unknown): boolean =>
  isEmpty(typeof value === 'string' ? value.trim() : ((value as Partial<Money> | null)?.amount ?? value))

const valued = (draft: Draft): Fixed[] => draft.fixed.filter(({ field, value }) => field && !isBlank(value))

/** The rules of the columns that are there; what was said of others has nothing to do with this file. */
const rulesOf = (draft: Draft, survey: Survey): [string, ColumnRule | null][] =>
  survey.columns.map(({ header }) => {
    const rule = draft.columns[header] ?? null
    return [header, rule?.field === ID && !draft.key.includes(ID) ? null : rule]
  })

export function mapOf(object: string, draft: Draft, survey: Survey): ImportMap {
  const fixed = valued(draft)
  return {
    object,
    mode: draft.mode,
    key: draft.key,
    ignore: true,
    ...(draft.duplicates && draft.mode !== 'update' && { duplicates: draft.duplicates }),
    ...draft.reading,
    columns: Object.fromEntries(rulesOf(draft, survey).map(([header, rule]) => [header, rule ?? []])),
    computed: Object.fromEntries(
      fixed.flatMap(({ field, value }) => (isTemplate(value) ? [[field, { template: value }] as const] : [])),
    ),
    constants: Object.fromEntries(
      fixed.flatMap(({ field, value }) => (isTemplate(value) ? [] : [[field, value] as const])),
    ),
  }
}

const byColumns = (draft: Draft, survey: Survey): string[] =>
  rulesOf(draft, survey).flatMap(([, rule]) => (rule ? [rule.field] : []))

/** The attributes that get their value from somewhere. */
export const given = (draft: Draft, survey: Survey): Set<string> =>
  new Set([...byColumns(draft, survey), ...valued(draft).map(({ field }) => field)])

/** Whether an attribute gets its value from somewhere, be it by its parts. */
export const isGiven = (field: string, valued: ReadonlySet<string>): boolean =>
  valued.has(field) || [...valued].some((each) => each.startsWith(`${field}.`))

/** The attributes that are chosen somewhere, though their value may be still to come. */
export const taken = (draft: Draft, survey: Survey): Set<string> =>
  new Set([...byColumns(draft, survey), ...draft.fixed.map(({ field }) => field)])

const place = (upload: string, object: string): string => `keyuan.import.${upload}.${object}`

function stored(upload: string, object: string): Draft | Beginning {
  const text = localStorage.getItem(place(upload, object))
  return text ? (JSON.parse(text) as Draft | Beginning) : { reading: {} }
}

/** Keeps what was said through reloads and closed tabs. */
export function useDraft(upload: string, object: string) {
  const [draft, setDraft] = useState(() => stored(upload, object))
  const change = useCallback(
    (next: Draft | Beginning) => {
      localStorage.setItem(place(upload, object), JSON.stringify(next))
      setDraft(next)
    },
    [upload, object],
  )
  return [draft, change] as const
}
