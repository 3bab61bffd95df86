import type { Catalog } from '~/api/metadata'
import type { MapEdge, MapNode } from '~/api/graph'
import type { Choice } from '~/api/types'

/** What a record is called. */
export function titleIn(catalog: Catalog, node: Pick<MapNode, 'object' | 'values'>, none: string): string {
  const value = node.values[catalog.object(node.object)?.title ?? '']
  return typeof value === 'string' && value !== '' ? value : none
}

const choiceOf = (
  catalog: Catalog,
  object: string,
  attribute: string | null,
  code: string | null,
): Choice | undefined =>
  attribute && code ? catalog.attribute(object, attribute)?.choices?.find((choice) => choice.code === code) : undefined

/** A few words beside the title: positions, grades. */
export function wordsOf(catalog: Catalog, { object, values }: Pick<MapNode, 'object' | 'values'>): string {
  const title = catalog.object(object)?.title
  return Object.entries(values)
    .filter(([name]) => name !== title)
    .map(([name, value]) => choiceOf(catalog, object, name, String(value))?.label ?? String(value))
    .join(' · ')
}

/** What a link is, and how strong. */
export function linkOf(catalog: Catalog, edge: MapEdge) {
  const kind = choiceOf(catalog, edge.object, edge.asAttribute, edge.as)
  const strength = choiceOf(catalog, edge.object, edge.strengthAttribute, edge.strength)
  return {
    /** What somebody is there. */
    position: edge.title ?? undefined,
    kind: kind?.label ?? edge.title ?? undefined,
    color: kind?.color ?? 'slate',
    strength: strength?.label,
    // The first of the choices is the strongest.
    weight: strength ? Math.max(1, 3 - strengthAt(catalog, edge)) : 1.5,
    label: kind?.label ?? edge.title ?? catalog.attribute(edge.object, edge.attribute)?.label ?? '',
  }
}

const strengthAt = (catalog: Catalog, { object, strengthAttribute, strength }: MapEdge): number =>
  catalog.attribute(object, strengthAttribute ?? '')?.choices?.findIndex(({ code }) => code === strength) ?? 0
