import type { Catalog } from '~/api/metadata'
import type { Attribute, ObjectType } from '~/api/types'
import type { Operator, PlaceKind } from '~/fields/operator'
import { reachedAttributes } from '../shared/reached'

export const PERIODS = ['week', 'month', 'quarter', 'year'] as const
export type Period = (typeof PERIODS)[number]

/** What records are put together by. */
export interface Grouping {
  /** As the server wants it: `stage`, `owner.department`, `lines.product`, `closeDate:month`. */
  path: string
  attribute: Attribute
  period?: Period
  /** Of addresses, the part that is meant. */
  part?: PlacePart
}

type PlacePart = 'country' | 'province' | 'city'

/** The parts of an address that put many records together, with how a filter names several of them. */
const PLACES: Record<PlacePart, PlaceKind> = { province: 'provinces', city: 'cities', country: 'countries' }

const placesOf = (attribute: Attribute): Grouping[] =>
  (Object.keys(PLACES) as PlacePart[]).map((part) => {
    const path = `${attribute.name}.${part}`
    const is: Operator = { name: 'is', pattern: '@ in $list', operand: PLACES[part] }
    return { path, part, attribute: { ...attribute, name: path, operators: [is] } }
  })

const KINDS = new Set(['choice', 'choices', 'reference', 'boolean'])
const TIMES = new Set(['date', 'time'])
const UNASKED = new Set(['deletedAt', 'deletedBy', 'updatedBy'])

/** Everything the records of an object can be grouped by: what they are of, when they were, and what they point to. */
export function groupingsOf(catalog: Catalog, object: ObjectType): Grouping[] {
  const own = object.attributes.filter(({ name, filterable }) => filterable && !UNASKED.has(name))
  const kinds = own.filter(({ type }) => KINDS.has(type))
  const times = own.filter(({ type }) => TIMES.has(type))
  return [
    ...[...kinds, ...reachedAttributes(catalog, object)].map((attribute) => ({ path: attribute.name, attribute })),
    ...own.filter(({ type }) => type === 'address').flatMap(placesOf),
    ...times.flatMap((attribute) =>
      PERIODS.map((period) => ({ path: `${attribute.name}:${period}`, attribute, period })),
    ),
  ]
}

export const findGrouping = (groupings: readonly Grouping[], path: string | undefined): Grouping | undefined =>
  groupings.find((grouping) => grouping.path === path)

/** A stage says most of an object that has any; else the first kind of thing there is. */
export const usualGrouping = (groupings: readonly Grouping[], object: ObjectType): Grouping | undefined =>
  findGrouping(groupings, object.board ?? undefined) ??
  groupings.find(({ attribute }) => attribute.type === 'choice') ??
  groupings[0]

export type Kind = 'funnel' | 'breakdown' | 'trend'

/** How a grouping can be drawn, the most telling way first. */
export function kindsOf(grouping: Grouping, object: ObjectType): Kind[] {
  if (grouping.period) return ['trend', 'breakdown']
  return grouping.path === object.board ? ['funnel', 'breakdown'] : ['breakdown']
}
