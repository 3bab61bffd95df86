import type { Attribute, ObjectType, Section } from '~/api/types'
import type { Catalog } from '~/api/metadata'

export interface FormSection extends Omit<Section, 'attributes'> {
  attributes: Attribute[]
}

/** The sections with what may be written in them; the owner joins the first when no section names it. */
export function sectionsOf(catalog: Catalog, object: ObjectType): FormSection[] {
  const named = new Set(object.sections.flatMap((section) => section.attributes))
  const owner = named.has('owner') ? undefined : catalog.attribute(object.name, 'owner')
  return object.sections.map((section, index) => ({
    ...section,
    attributes: [...catalog.pick(object.name, section.attributes), ...(index === 0 && owner ? [owner] : [])],
  }))
}

export interface FormLayout {
  quick: Attribute[]
  more: FormSection[]
}

/** A form asks for little first: the quick attributes and whatever is required; the rest on demand, by section. */
export function layoutOf(catalog: Catalog, object: ObjectType): FormLayout {
  const writable = (attribute: Attribute) => attribute.writable && !attribute.derived
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
