import { queryOptions } from '@tanstack/react-query'
import type { OwnerInTime } from './assign'
import { request } from './client'
import { Problem } from './problem'
import type { FilePage } from './files'
import type { Shares } from './shares'
import type { Followers } from './timeline'
import type { Count, RecordData } from './types'

/** The newest of the records that point to another by an attribute. */
export interface RelatedRecords {
  object: string
  attribute: string
  items: RecordData[]
  more: boolean
  count: Count
}

/** What the reader may do with one record, where an object's rights tell it of some. */
export interface RecordRights {
  edit: boolean
  delete: boolean
  assign: boolean
}

/** What stands beside a record. */
interface Overview {
  related: RelatedRecords[]
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
 * A part of what stands beside a record. Parts that are asked for at the same moment come in one answer; one that the record has
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

export const rightsOptions = (object: string, id: string) =>
  queryOptions({
    queryKey: ['records', object, 'rights', id],
    queryFn: () => partOf(object, id, 'rights'),
  })
