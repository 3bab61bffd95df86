import type { Catalog } from '~/api/metadata'
import type { Attribute, ObjectType } from '~/api/types'

/** What a card tells of a record, beside its title. */
export interface CardParts {
  /** Whom or what it is about. */
  about?: Attribute
  amount?: Attribute
  person?: Attribute
  day?: Attribute
  /** Choices with a colour, such as a priority. */
  marks: Attribute[]
}

const MOST_MARKS = 2

/** Chosen from the columns the object's list begins with, for those are what people want to see of it. */
export function cardParts(catalog: Catalog, object: ObjectType): CardParts {
  const columns = catalog
    .pick(object.name, object.columns)
    .filter(({ name, masked }) => name !== object.title && !masked)
  const first = (fits: (attribute: Attribute) => boolean | null | undefined) => columns.find(fits)
  return {
    about: first(({ type, toPerson }) => type === 'reference' && !toPerson),
    amount: first(({ type }) => type === 'money'),
    person: first(({ toPerson }) => toPerson),
    day: first(({ type }) => type === 'date'),
    marks: columns
      .filter(({ name, choices }) => name !== object.board && choices?.some(({ color }) => color))
      .slice(0, MOST_MARKS),
  }
}

/** @param deciders by which attributes the stages of a record are its own */
export function cardFields(object: ObjectType, parts: CardParts, deciders: readonly string[]): string[] {
  const { about, amount, person, day, marks } = parts
  const named = [about, amount, person, day, ...marks].flatMap((attribute) => attribute?.name ?? [])
  return [...new Set([object.title, ...(object.board ? [object.board] : []), ...named, ...deciders])]
}
