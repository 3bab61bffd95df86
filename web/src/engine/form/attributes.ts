import type { Attribute, ObjectType, Section } from '~/api/types'
import type { Catalog } from '~/api/metadata'

export interface FormSection extends Omit<Section, 'attributes'> {
  attributes: Attribute[]
}

/** The object as a record of its kind is laid out, be it still being written. */
export function laidOut(object: ObjectType, valueOf: (name: string) => unknown): ObjectType {
  const kind = object.kind ? valueOf(object.kind) : undefined
  const own = object.layouts?.find((layout) => layout.kind === kind)
  return own ? { ...object, sections: own.sections, quick: own.quick } : object
}

export const sectionsOf = (catalog: Catalog, object: ObjectType): FormSection[] =>
  object.sections.map((section) => ({ ...section, attributes: catalog.pick(object.name, section.attributes) }))

export interface FormLayout {
  quick: Attribute[]
  more: FormSection[]
}

const NONE: ReadonlySet<string> = new Set()

/** A form asks for little first: the quick attributes and whatever is required; the rest on demand, by section. */
export function layoutOf(catalog: Catalog, object: ObjectType, hidden: ReadonlySet<string> = NONE): FormLayout {
  const writable = ({ name, writable, derived }: Attribute) => writable && !derived && !hidden.has(name)
  const quick = catalog.pick(object.name, object.quick).filter(writable)
  const first = new Set(quick.map((attribute) => attribute.name))
  const more = sectionsOf(catalog, object)
    .map((section) => ({
      ...section,
      attributes: section.attributes.filter((each) => writable(each) && !first.has(each.name)),
    }))
    .filter((section) => section.attributes.length > 0)
  return { quick, more }
}
