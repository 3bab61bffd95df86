import type { Catalog } from '~/api/metadata'
import type { Attribute, ObjectType } from '~/api/types'

/** What people group and filter by when it is not of the record itself: kinds of things, not single values. */
const KINDS = new Set(['choice', 'reference', 'boolean'])

/** Who made or changed a record is seldom asked about by their department. */
const SYSTEM = new Set(['createdBy', 'updatedBy', 'deletedBy'])

const isKind = (attribute: Attribute, back: string | undefined): boolean =>
  KINDS.has(attribute.type) && attribute.filterable && !SYSTEM.has(attribute.name) && attribute.name !== back

function reachedBy(catalog: Catalog, from: Attribute): Attribute[] {
  const target = catalog.object(from.reference ?? from.lines ?? '')
  const within = from.lines ? from.name : undefined
  return (target?.attributes ?? [])
    .filter((attribute) => isKind(attribute, within && target?.partOf ? target.partOf : undefined))
    .map((attribute) => ({
      ...attribute,
      name: `${from.name}.${attribute.name}`,
      label: within ? attribute.label : `${from.label} · ${attribute.label}`,
      within,
      sortable: false,
    }))
}

/**
 * The attributes of what a record points to and of its lines, by their paths: the department of its owner
 * (`owner.department`), the products of its lines (`lines.product`).
 */
export const reachedAttributes = (catalog: Catalog, object: ObjectType): Attribute[] =>
  object.attributes
    .filter((attribute) => (attribute.reference || attribute.lines) && !SYSTEM.has(attribute.name))
    .flatMap((attribute) => reachedBy(catalog, attribute))
