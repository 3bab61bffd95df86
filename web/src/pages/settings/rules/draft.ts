import type { Catalog } from '~/api/metadata'
import type { Rule, RuleInput, RuleMethod } from '~/api/rules'
import type { Attribute, ObjectType, Reference } from '~/api/types'

export type Pool = 'people' | 'group' | 'byValue'

export interface ValueDraft {
  key: string
  /** As the input of its attribute has it: a reference is more than its id. */
  value: unknown
  person: Reference | null
}

/** A rule while it is being written. */
export interface RuleDraft {
  object: string
  name: string
  condition: string
  pool: Pool
  people: string[]
  groupObject: string
  group: Reference | null
  attribute: string
  values: ValueDraft[]
  method: Exclude<RuleMethod, 'by-value'>
  mostOpen: number | null
  automatic: boolean
  active: boolean
}

export const emptyValue = (): ValueDraft => ({ key: crypto.randomUUID(), value: null, person: null })

const poolOf = (rule: Rule): Pool => {
  if (rule.method === 'by-value') return 'byValue'
  return rule.group ? 'group' : 'people'
}

export function draftOf(rule: Rule | undefined, object: string, groupObject: string): RuleDraft {
  return {
    object: rule?.object ?? object,
    name: rule?.name ?? '',
    condition: rule?.condition ?? '',
    pool: rule ? poolOf(rule) : 'people',
    people: rule?.people.map((person) => person.id) ?? [],
    groupObject: rule?.group?.object ?? groupObject,
    group: rule?.group ?? null,
    attribute: rule?.attribute ?? '',
    values: rule?.values.map((each) => ({
      key: each.value,
      value: each.title ? { id: each.value, title: each.title } : each.value,
      person: each.person,
    })) ?? [emptyValue()],
    method: rule?.method === 'least-load' ? 'least-load' : 'round-robin',
    mostOpen: rule?.mostOpen ?? null,
    automatic: rule?.automatic ?? true,
    active: rule?.active ?? true,
  }
}

const textOf = (value: unknown): string => {
  if (value && typeof value === 'object' && 'id' in value) return (value as Reference).id
  return value == null ? '' : String(value)
}

/** Rows that are not filled in say nothing. */
export function inputOf(draft: RuleDraft): RuleInput {
  const byValue = draft.pool === 'byValue'
  return {
    object: draft.object,
    name: draft.name,
    active: draft.active,
    automatic: draft.automatic,
    condition: draft.condition.trim() || null,
    method: byValue ? 'by-value' : draft.method,
    people: draft.pool === 'people' ? draft.people : [],
    group: draft.pool === 'group' && draft.group ? { object: draft.groupObject, id: draft.group.id } : null,
    attribute: byValue ? draft.attribute : null,
    values: byValue
      ? draft.values.flatMap(({ value, person }) => {
          const text = textOf(value)
          return text && person ? [{ value: text, person: person.id }] : []
        })
      : [],
    mostOpen: draft.mostOpen,
  }
}

const LISTED = new Set(['text', 'email', 'phone', 'url', 'choice', 'reference', 'number', 'boolean'])

const isListed = (attribute: Attribute) => LISTED.has(attribute.type) && attribute.filterable && !attribute.multiline

/** The values a rule can go by: of the record, and of what it points to. */
export function valuesOf(
  catalog: Catalog,
  object: ObjectType,
): { path: string; label: string; attribute: Attribute }[] {
  const own = object.attributes
    .filter((attribute) => isListed(attribute) && attribute.name !== 'owner')
    .map((attribute) => ({ path: attribute.name, label: attribute.label, attribute }))
  const linked = object.attributes
    .filter(({ type, derived, toPerson }) => type === 'reference' && !derived && !toPerson)
    .flatMap((reference) =>
      (catalog.object(reference.reference ?? '')?.attributes ?? []).filter(isListed).map((attribute) => ({
        path: `${reference.name}.${attribute.name}`,
        label: `${reference.label} / ${attribute.label}`,
        attribute,
      })),
    )
  return [...own, ...linked]
}
