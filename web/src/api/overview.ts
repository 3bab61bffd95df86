import { queryOptions } from '@tanstack/react-query'
import type { Advice } from './advice'
import type { OwnerInTime } from './assign'
import { request } from './client'
import { Problem } from './problem'
import type { FilePage } from './files'
import type { Shares } from './shares'
import type { Followers, TimelineEntry } from './timeline'
import type { Count, MoneySum, Page, RecordData } from './types'

/** The newest of the records that point to another by an attribute. */
export interface RelatedRecords {
  object: string
  attribute: string
  items: RecordData[]
  more: boolean
  count: Count
}

/** What points to a record and still waits for its end. */
export interface OpenRecords {
  object: string
  attribute: string
  /** The attribute that says by when. */
  due: string
  /** The attribute whose sum stands in the figures; null where nothing is added up. */
  worth: string | null
  figures: { count?: number; [sum: string]: number | string | MoneySum | null | undefined }
  /** Those due first. */
  items: RecordData[]
}

/** What the reader may do with one record, where an object's rights tell it of some. */
export interface RecordRights {
  edit: boolean
  delete: boolean
  assign: boolean
}

/** A record and what stands beside it. */
interface Overview {
  record: RecordData
  timeline: Page<TimelineEntry>
  related: RelatedRecords[]
  open: OpenRecords[]
  advice: Advice[]
  rights: RecordRights
  followers: Followers
  shares: Shares
  owners: { items: OwnerInTime[] }
  files: FilePage
}

type Part = keyof Overview

interface Gathered {
  parts: Set<Part>
  answer: Promise<Overview>
}

const gathered = new Map<string, Gathered>()

function gather(path: string): Gathered {
  const parts = new Set<Part>()
  const answer = new Promise((resolve) => setTimeout(resolve)).then(() => {
    gathered.delete(path)
    return request<Overview>(path, { query: { parts: [...parts].sort().join(',') } })
  })
  const begun = { parts, answer }
  gathered.set(path, begun)
  return begun
}

/**
 * A record, or a part of what stands beside it. Parts that are asked for at the same moment come in one answer; one that the record has
 * not, as none in the recycle bin has files, is not there, and asked for again when it may be.
 */
export async function partOf<Name extends Part>(object: string, id: string, name: Name): Promise<Overview[Name]> {
  const path = `${object}/${id}/overview`
  const { parts, answer } = gathered.get(path) ?? gather(path)
  parts.add(name)
  const told = await answer
  if (!(name in told)) throw new Problem(404)
  return told[name]
}

export const relatedOptions = (object: string, id: string) =>
  queryOptions({
    queryKey: ['records', object, 'related', id],
    queryFn: () => partOf(object, id, 'related'),
  })

export const openOptions = (object: string, id: string) =>
  queryOptions({
    queryKey: ['records', object, 'open', id],
    queryFn: () => partOf(object, id, 'open'),
  })

export const rightsOptions = (object: string, id: string) =>
  queryOptions({
    queryKey: ['records', object, 'rights', id],
    queryFn: () => partOf(object, id, 'rights'),
  })
