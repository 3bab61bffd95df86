import type { Attribute, KindLayout, ObjectType, Section } from '~/api/types'
import type { Catalog } from '~/api/metadata'
import { narrowed as fitting } from '../shared/fitting'

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

/** The attribute with the choices a record may have: those that its kind offers and that fit to its others, and those it has. */
export const offeredTo = (object: ObjectType, attribute: Attribute, valueOf: (name: string) => unknown): Attribute =>
  fitting(narrowed(laidOut(object, valueOf), attribute), valueOf)

/** What a new record has where nobody says otherwise: where that is not offered or does not fit, the first that is and does and means the same. */
export function beginningOf(object: ObjectType, attribute: Attribute, valueOf: (name: string) => unknown): unknown {
  const { initial, choices, name } = attribute
  if (attribute.type !== 'choice' || !choices || typeof initial !== 'string' || name === object.kind) return initial
  // What stands there is not asked for: it is what begins.
  const read = (each: string) => (each === name ? undefined : valueOf(each))
  const offered = offeredTo(object, attribute, read).choices?.filter(({ active }) => active) ?? []
  if (offered.some(({ code }) => code === initial)) return initial
  const meaning = choices.find(({ code }) => code === initial)?.meaning
  return meaning ? offered.find((each) => each.meaning === meaning)?.code : undefined
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
