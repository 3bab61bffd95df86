import type { Catalog } from '~/api/metadata'
import type { AttributeRight } from '~/api/roles'
import type { Attribute, ObjectType } from '~/api/types'

/** These stand with every record, and whoever sees it sees them. */
const ALWAYS = new Set([
  'id',
  'version',
  'externalId',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'deletedAt',
  'deletedBy',
])

export interface Field {
  /** As roles name it: of lines, with the part before it. */
  path: string
  label: string
  /** What can be said of it, the least first. */
  offered: AttributeRight[]
}

export interface FieldGroup {
  label: string
  fields: Field[]
}

/** Without its title no record could be named, and a part of rows says nothing. */
function offeredFor(object: ObjectType, { name, type, writable, derived }: Attribute): AttributeRight[] {
  const most: AttributeRight[] = writable && !derived ? ['read', 'write'] : ['read']
  if (name === object.title) return most
  return type === 'lines' ? ['hidden', ...most] : ['hidden', 'masked', ...most]
}

const fieldOf = (object: ObjectType, attribute: Attribute, before = ''): Field => ({
  path: before + attribute.name,
  label: attribute.label,
  offered: offeredFor(object, attribute),
})

function partsOf(catalog: Catalog, lines: Attribute): FieldGroup[] {
  const part = catalog.object(lines.lines ?? '')
  if (!part) return []
  const fields = part.attributes
    .filter(({ name, reference }) => !ALWAYS.has(name) && reference !== part.partOf)
    .map((attribute) => fieldOf(part, attribute, `${part.type}.`))
  return [{ label: lines.label, fields }]
}

/** The attributes of an object that a role can keep from people, by section, and those of its lines. */
export function fieldsOf(catalog: Catalog, object: ObjectType): FieldGroup[] {
  const named = new Set<string>()
  const groupOf = (label: string, attributes: readonly Attribute[]): FieldGroup => {
    const kept = attributes.filter(({ name }) => !ALWAYS.has(name) && !named.has(name))
    for (const { name } of kept) named.add(name)
    return { label, fields: kept.map((attribute) => fieldOf(object, attribute)) }
  }
  const sections = object.sections.map(({ label, attributes }) => groupOf(label, catalog.pick(object.name, attributes)))
  const others = groupOf(object.label, object.attributes)
  const parts = object.attributes.filter(({ type }) => type === 'lines').flatMap((lines) => partsOf(catalog, lines))
  return [...sections, others, ...parts].filter(({ fields }) => fields.length > 0)
}
