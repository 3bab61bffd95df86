import { useState } from 'react'
import type { ColumnRule, ImportMap, Reading, Survey } from '~/api/imports'
import type { ImportMode } from '~/api/jobs'

/** A value that every row gets; `{column}` in it stands for a cell. */
export interface Fixed {
  field: string
  value: string
}

/** What somebody has said of a file so far. */
export interface Draft {
  reading: Reading
  mode: ImportMode
  key: string[]
  /** By header; null leaves a column out. */
  columns: Record<string, ColumnRule | null>
  fixed: Fixed[]
}

/** What was said of such a file before, else what is likely. */
export function draftOf(survey: Survey, reading: Reading): Draft {
  const { remembered } = survey
  if (remembered) return remembrance(remembered, survey, reading)
  const columns = Object.fromEntries(
    survey.columns.map(({ header, guess }) => [header, guess?.likely ? { field: guess.field } : null]),
  )
  return { reading, mode: 'create', key: [], columns, fixed: [] }
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
    ...Object.entries(map.constants ?? {}).map(([field, value]) => ({ field, value: String(value) })),
  ]
  return { reading, mode: map.mode, key: map.key ?? [], columns, fixed }
}

const isTemplate = (value: string): boolean => /\{[^{}]+\}/.test(value)

export function mapOf(object: string, draft: Draft): ImportMap {
  const said = draft.fixed.filter(({ field, value }) => field && value.trim())
  return {
    object,
    mode: draft.mode,
    key: draft.key,
    ignore: true,
    ...draft.reading,
    columns: Object.fromEntries(Object.entries(draft.columns).map(([header, rule]) => [header, rule ?? []])),
    computed: Object.fromEntries(
      said.filter(({ value }) => isTemplate(value)).map(({ field, value }) => [field, { template: value }]),
    ),
    constants: Object.fromEntries(
      said.filter(({ value }) => !isTemplate(value)).map(({ field, value }) => [field, value]),
    ),
  }
}

/** The attributes that get their value from somewhere. */
export const given = (draft: Draft): Set<string> =>
  new Set([
    ...Object.values(draft.columns).flatMap((rule) => (rule ? [rule.field] : [])),
    ...draft.fixed.map(({ field }) => field),
  ])

const place = (upload: string, object: string): string => `keyuan.import.${upload}.${object}`

function stored(upload: string, object: string): Draft | undefined {
  const text = localStorage.getItem(place(upload, object))
  return text ? (JSON.parse(text) as Draft) : undefined
}

/** Keeps a draft through reloads and closed tabs. */
export function useDraft(upload: string, object: string) {
  const [draft, setDraft] = useState<Draft | undefined>(() => stored(upload, object))
  const change = (next: Draft) => {
    localStorage.setItem(place(upload, object), JSON.stringify(next))
    setDraft(next)
  }
  return [draft, change] as const
}
