import type { Attribute, KindLayout, ObjectType, Section } from '~/api/types'
import type { Catalog } from '~/api/metadata'

export interface FormSection extends Omit<Section, 'attributes'> {
  attributes: Attribute[]
}

/** An object as records of one kind are laid out. */
interface LaidObject extends ObjectType {
  offered?: KindLayout['choices']
}

/** The object as a record of its kind is laid out, be it still being written. */
export function laidOut(object: ObjectType, valueOf: (name: string) => unknown): LaidObject {
  const kind = object.kind ? valueOf(object.kind) : undefined
  const own = object.layouts?.find((layout) => layout.kind === kind)
  return own ? { ...object, sections: own.sections, quick: own.quick, offered: own.choices } : object
}

/** The attribute with the choices that the kind does not offer withdrawn: where one is set, it stays. */
export function narrowed({ offered }: LaidObject, attribute: Attribute): Attribute {
  const codes = offered?.[attribute.name]
  return codes && attribute.choices
    ? {
        ...attribute,
        choices: attribute.choices.map((each) => ({ ...each, active: each.active && codes.includes(each.code) })),
      }
    : attribute
}

const picked = (catalog: Catalog, object: LaidObject, names: readonly string[]): Attribute[] =>
  catalog.pick(object.name, names).map((attribute) => narrowed(object, attribute))

export const sectionsOf = (catalog: Catalog, object: LaidObject): FormSection[] =>
  object.sections.map((section) => ({ ...section, attributes: picked(catalog, object, section.attributes) }))

export interface FormLayout {
  quick: Attribute[]
  more: FormSection[]
}

const NONE: ReadonlySet<string> = new Set()

/** A form asks for little first: the quick attributes and whatever is required; the rest on demand, by section. */
export function layoutOf(catalog: Catalog, object: LaidObject, hidden: ReadonlySet<string> = NONE): FormLayout {
  const writable = ({ name, writable, derived }: Attribute) => writable && !derived && !hidden.has(name)
  const quick = picked(catalog, object, object.quick).filter(writable)
  const first = new Set(quick.map((attribute) => attribute.name))
  const more = sectionsOf(catalog, object)
    .map((section) => ({
      ...section,
      attributes: section.attributes.filter((each) => writable(each) && !first.has(each.name)),
    }))
    .filter((section) => section.attributes.length > 0)
  return { quick, more }
}
