import { queryOptions } from '@tanstack/react-query'
import { request } from './client'
import type { Money, RecordData } from './types'

/** A record on the map, with its title and a few words. */
export interface MapNode {
  object: string
  id: string
  values: Partial<RecordData>
  /** What also stands next to it: records of an object that point to it by an attribute. */
  more: { object: string; attribute: string; count: number; exact: boolean }[]
}

/** A link between two of them, in the direction in which it is said. */
export interface MapEdge {
  from: string
  to: string
  /** The object it is said of, by which attribute, and in which record. */
  object: string
  attribute: string
  record: string
  /** What that record is called, where it is neither of the two: the position somebody has there. */
  title: string | null
  asAttribute: string | null
  as: string | null
  strengthAttribute: string | null
  strength: string | null
}

export interface RecordMap {
  nodes: MapNode[]
  edges: MapEdge[]
  /** Whether there are more records within reach. */
  truncated: boolean
}

/** A record among those that lie in one another, with figures of what lies in it. */
export interface Branch extends Omit<MapNode, 'more'> {
  records: number
  open: { object: string; attribute: string; count: number; base: Money | null }[]
}

export interface Hierarchy {
  /** The outermost first. */
  above: Omit<MapNode, 'more'>[]
  node: Branch
  under: Branch[]
  count: number
  exact: boolean
}

export const mapOptions = (object: string, id: string) =>
  queryOptions({
    queryKey: ['records', object, 'graph', id],
    queryFn: ({ signal }) => request<RecordMap>(`${object}/${id}/graph`, { signal }),
  })

export const hierarchyOptions = (object: string, id: string) =>
  queryOptions({
    queryKey: ['records', object, 'hierarchy', id],
    queryFn: ({ signal }) => request<Hierarchy>(`${object}/${id}/hierarchy`, { signal }),
  })
