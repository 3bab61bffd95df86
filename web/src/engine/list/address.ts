import type { Attribute } from '~/api/types'

/** What a list shows, as its address says it. */
export interface ListAddress {
  filter?: string
  /** Attributes in order, `-` before one that falls. */
  sort?: string
  /** Attributes by name, separated by commas. */
  columns?: string
  /** The id of the saved view it came from. */
  saved?: string
  /** The id of the record that is open beside the list. */
  beside?: string
  /** How the records are shown; as a list where it says nothing. */
  view?: View
  /** Of a chart: what it groups by, what it measures, and how it is drawn; of a calendar: by which date, and how many days. */
  group?: string
  measure?: string
  kind?: string
  /** Of a calendar: the day it is opened at; today where it says nothing. */
  day?: string
  /** The moment whose records are shown, in RFC 3339; now where it says nothing. */
  asOf?: string
}

const VIEWS = ['board', 'calendar', 'chart'] as const
export type View = (typeof VIEWS)[number]

export const readView = (text: unknown): View | undefined => VIEWS.find((view) => view === text)

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value || undefined
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined

/** Reads an address leniently: it may have been typed or come with a mail. */
export function readListAddress(search: Record<string, unknown>): ListAddress {
  const address: ListAddress = {}
  for (const name of [
    'filter',
    'sort',
    'columns',
    'saved',
    'beside',
    'group',
    'measure',
    'kind',
    'day',
    'asOf',
  ] as const) {
    const text = textOf(search[name])
    if (text) address[name] = text
  }
  const view = readView(search.view)
  if (view) address.view = view
  return address
}

export interface SortKey {
  attribute: string
  falls: boolean
}

export function readSort(sort: string): SortKey | undefined {
  const first = sort.split(',')[0]?.trim()
  if (!first) return undefined
  return first.startsWith('-') ? { attribute: first.slice(1), falls: true } : { attribute: first, falls: false }
}

const GREATEST_FIRST = new Set(['number', 'decimal', 'percent', 'money', 'date', 'time'])

/** Numbers and days are most often wanted the greatest and latest first. */
export const fallsFirst = (attribute: Attribute): boolean => GREATEST_FIRST.has(attribute.type)

/** A click on a header: the useful direction first, then the other, then the object's own order again. */
export function nextSort(current: SortKey | undefined, attribute: string, fallsFirst: boolean): string | undefined {
  const written = (falls: boolean) => (falls ? `-${attribute}` : attribute)
  if (current?.attribute !== attribute) return written(fallsFirst)
  return current.falls === fallsFirst ? written(!fallsFirst) : undefined
}
