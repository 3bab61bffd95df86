import type { Look } from './views'
import type { Operator } from '~/fields/operator'

export type AttributeType =
  | 'text'
  | 'email'
  | 'phone'
  | 'url'
  | 'number'
  | 'decimal'
  | 'percent'
  | 'money'
  | 'date'
  | 'time'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'reference'
  | 'lines'
  | 'address'
  | 'file'

export type ChoiceColor = 'jade' | 'ochre' | 'cinnabar' | 'indigo' | 'slate' | 'plum'

export interface Choice {
  code: string
  label: string
  meaning: string | null
  color: ChoiceColor | null
  active: boolean
}

export interface Attribute {
  name: string
  label: string
  help: string | null
  type: AttributeType
  required: boolean
  unique: boolean
  writable: boolean
  derived: boolean
  /** Whether the reader sees only a part of each value. */
  masked?: boolean
  filterable: boolean
  sortable: boolean
  searchable: boolean
  summed: boolean
  maxLength: number | null
  min: number | string | null
  max: number | string | null
  scale: number | null
  multiline: boolean
  /** The object referred to, for type `reference`. */
  reference: string | null
  /** Whether that object is the people who sign in; told by the catalog, not by the server. */
  toPerson?: boolean
  /** Its object, where the reader may add to its choices; told by the catalog. */
  extends?: string
  /** What a new record has where nobody says otherwise. */
  initial?: unknown
  /** The object of the rows, for type `lines`. */
  lines: string | null
  /** The lines it is an attribute of, where it is one of lines and not of the record; told by the console. */
  within?: string
  choices: Choice[] | null
  /** Which other choice of the record says which of them fit; a code of it without a line restricts nothing. */
  dependsOn?: { attribute: string; fits: Record<string, string[]> } | null
  /** How one filters by it, where that is not by its type; told by the console. */
  operators?: readonly Operator[]
}

export interface Section {
  name: string
  label: string
  attributes: string[]
}

/** How records of one kind stand on pages and in forms, where that differs from how others do. */
export interface KindLayout {
  kind: string
  sections: Section[]
  quick: string[]
  /** By attribute, the codes of the choices it offers, where these are not all. */
  choices?: Record<string, string[]>
}

export interface Related {
  object: string
  attribute: string
  label: string
}

/** Offered while the choice of the attribute has one of these meanings. */
export interface Command {
  path: string
  label: string
  attribute: string
  meanings: string[]
}

export interface ObjectType {
  name: string
  type: string
  label: string
  pluralLabel: string
  icon: string
  title: string
  capabilities: string[]
  board: string | null
  partOf: string | null
  rights: {
    create: boolean
    edit: boolean
    delete: boolean
    import: boolean
    export: boolean
    assign: boolean
    bulk: boolean
    configure: boolean
  }
  /** The kinds of files in which records are taken out. */
  formats: FileFormat[]
  defaultSort: string
  /** The view with which the reader begins, by the roles they have. */
  first: (Look & { id: string }) | null
  columns: string[]
  quick: string[]
  /** What a record should say, the most telling first. */
  wanted: string[]
  /** By which attributes records are told to be about the same; none where nobody asks. */
  compared?: string[]
  sections: Section[]
  /** The attribute whose choices are the kinds of records; null where there are no kinds. */
  kind?: string | null
  layouts?: KindLayout[]
  /** Attributes that are not shown of every record, and those that decide what is shown and required; null where nothing depends on records. */
  conditional?: { hiding: string[]; by: string[] } | null
  related: Related[]
  commands: Command[]
  /** The objects whose records are entries of this one's timelines, and by which of their attributes. */
  entries: { object: string; attribute: string }[]
  /** How records are entries of timelines: where they stand, and what a composer asks for. */
  entry: { at: string; asked: string[] } | null
  attributes: Attribute[]
}

export type FileFormat = 'xlsx' | 'csv' | 'vcf' | 'ics'

export interface Area {
  name: string
  label: string
  objects: string[]
}

export interface Tenant {
  slug: string
  name: string
  baseCurrency: string
  timeZone?: string
  fiscalYearStart?: number
  languages?: string[]
  defaultLanguage?: string | null
  numberFormat?: string
  dateFormat?: string
}

export interface Metadata {
  language: string
  tenant: Tenant
  areas: Area[]
  objects: ObjectType[]
}

export interface Money {
  amount: string
  currency: string
}

/** Of China, the divisions are codes; elsewhere they are what people write. */
export interface Address {
  country?: string
  province?: string
  city?: string
  district?: string
  street?: string
  postcode?: string
  /** How it reads as one line; said by the server. */
  text?: string
}

export interface Reference {
  id: string
  /** Absent for a record that is gone, or not for the reader. */
  title?: string
}

export interface RecordData {
  id: string
  version: number
  [attribute: string]: unknown
}

export interface Count {
  value: number
  exact: boolean
}

export interface Page<T> {
  items: T[]
  next: string | null
  count?: Count | null
  /** Which of the items the reader may not change; told where it is asked for. */
  readOnly?: string[]
}

export interface Change {
  attribute: string
  old: unknown
  new: unknown
}

export interface MoneySum {
  byCurrency: Money[]
  base: Money | null
  unconverted: number
}

export interface Aggregate {
  groups: Record<string, unknown>[]
  restricted: boolean
  /** Whether there are more groups than these. */
  truncated?: boolean
}

export interface Hit {
  object: string
  id: string
  title: string
  subtitle: string | null
  /** What the record hangs on is called; only where one looks for records of one object. */
  above?: string
  matched: string | null
}

export interface SearchAnswer {
  items: Hit[]
  more: Record<string, boolean>
}

export interface Session {
  user: { id: string; title: string; login: string }
  tenant: Tenant
  language: string | null
  languages: string[]
  admin: boolean
  mustChangePassword: boolean
  mustSetUpSecondFactor: boolean
  csrfToken: string
  /** The administrator who sees what `user` sees, and can change nothing meanwhile. */
  viewedBy?: Reference | null
}

export type JobState = 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled' | 'undone'

export interface Job {
  id: string
  kind: string
  title: string | null
  state: JobState
  progress: number | null
  result: Record<string, number> | null
  failures: string | null
  /** The file that was asked for, for whoever asked, and until when it is kept. */
  file?: string
  fileUntil?: string
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
  by: Reference | null
  /** What there is to know beside the title, by kind: an import's object, upload and whether it only tries. */
  about: {
    object?: string
    dryRun?: boolean
    upload?: string
    job?: string
    insist?: boolean
    to?: string
    rule?: string
  }
  /** The record it is about, where it is about one and the reader sees it. */
  record?: { object: string; id: string; title: string }
  undoable: boolean
  /** Whether the file it was tried with is still kept. */
  uploadThere?: boolean
  /** Whether there is something left that this undoing kept and that can be undone still. */
  insistable?: boolean
  /** What somebody asked of it that has not come about yet. */
  wish: 'pause' | 'cancel' | null
  problem?: { title: string; detail: string; errors: { message: string }[] }
}
