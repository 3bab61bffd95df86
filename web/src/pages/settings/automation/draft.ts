import type { Catalog } from '~/api/metadata'
import type {
  Action,
  ActionKind,
  ActionValue,
  AutomationInput,
  AutomationRule,
  Trigger,
  TriggerKind,
} from '~/api/automation'
import { inputOf } from '~/api/automation'
import type { Attribute, ObjectType } from '~/api/types'
import { workedWith } from '~/engine/shared/worked'
import { toWire } from '~/fields/wire'

/** How one says what an attribute comes to have. */
export const WAYS = ['value', 'text', 'days', 'from', 'clear'] as const
export type Way = (typeof WAYS)[number]

const TEXTS = new Set<string>(['text', 'email', 'phone', 'url'])
const TIMES = new Set<string>(['date', 'time'])

/** The record itself, as what is copied. */
export const ITSELF = 'id'

export const emptyValue = (): ActionValue => ({ attribute: '' })

export function emptyAction(kind: ActionKind): Action {
  if (kind === 'notify') return { kind, to: [], text: '' }
  if (kind === 'mail') return { kind, address: '', subject: '', text: '' }
  if (kind === 'webhook') return { kind }
  return kind === 'assign' ? { kind, person: null } : { kind, values: [emptyValue()] }
}

export const draftOf = (rule: AutomationRule | undefined, object: string): AutomationInput =>
  rule
    ? inputOf(rule)
    : { object, name: '', active: true, trigger: { kind: 'created' }, condition: null, actions: [emptyAction('set')] }

/** What a rule begins with that runs for another reason. */
export function triggerOf(kind: TriggerKind): Trigger {
  if (kind === 'date') return { kind, days: 0, at: '09:00' }
  return kind === 'schedule' ? { kind, every: 'day', day: 1, at: '09:00' } : { kind }
}

export const writable = (object: ObjectType): Attribute[] =>
  workedWith(object).filter(
    ({ writable, derived, masked, type }) => writable && !derived && !masked && type !== 'lines' && type !== 'file',
  )

/** What the parts of an action are called. */
const PARTS: Partial<Record<string, string>> = {
  object: 'automation.made',
  person: 'automation.toPerson',
  to: 'automation.toPeople',
  address: 'automation.address',
  subject: 'automation.subject',
  text: 'automation.text',
  webhook: 'automation.webhook',
}

/** The word for the part of an action that something is wrong with; nothing where it is about a field, or no action at all. */
export const partOf = (path: string): string | undefined => PARTS[/^actions\[\d+\]\.(\w+)/.exec(path)?.[1] ?? '']

/** A new record with what leads back to the one that makes the rule run. */
export function making(object: ObjectType, made: ObjectType): Action {
  const back = writable(made).find(({ reference, toPerson }) => reference === object.name && !toPerson)
  return {
    kind: 'create',
    object: made.name,
    values: [
      { attribute: made.title ?? '', text: '' },
      ...(back && back.name !== made.title ? [{ attribute: back.name, from: ITSELF }] : []),
    ],
  }
}

/** What may be copied into an attribute of this or another object. */
export function sources(object: ObjectType, target: Attribute): Attribute[] {
  return object.attributes.filter(
    (attribute) =>
      attribute.type === target.type && attribute.reference === target.reference && attribute.name !== target.name,
  )
}

/** The ways there are to say what an attribute comes to have. */
export function waysOf(object: ObjectType, target: Attribute, creates: boolean): Way[] {
  const copies = target.reference === object.name || sources(object, target).length > 0
  return WAYS.filter((way) => {
    if (way === 'text') return TEXTS.has(target.type)
    if (way === 'days') return TIMES.has(target.type)
    if (way === 'from') return copies || creates
    return way === 'value' || (!creates && !target.required)
  })
}

export function wayOf(value: ActionValue): Way {
  if (value.text !== undefined) return 'text'
  if (value.days !== undefined) return 'days'
  if (value.from !== undefined) return 'from'
  return value.value === null ? 'clear' : 'value'
}

export function valueBy(way: Way, attribute: Attribute): ActionValue {
  const { name } = attribute
  if (way === 'text') return { attribute: name, text: '' }
  if (way === 'days') return { attribute: name, days: 1 }
  if (way === 'from') return { attribute: name, from: '' }
  return way === 'clear'
    ? { attribute: name, value: null }
    : { attribute: name, value: attribute.type === 'boolean' ? false : undefined }
}

/** As the server takes it; records keep their titles, so that they can be told when the rule is opened again. */
export function written(catalog: Catalog, draft: AutomationInput): AutomationInput {
  const value = (object: string, each: ActionValue): ActionValue => {
    const attribute = catalog.attribute(object, each.attribute)
    return each.value === undefined || each.value === null || !attribute || attribute.type === 'reference'
      ? each
      : { ...each, value: toWire(catalog, attribute, each.value) }
  }
  return {
    ...draft,
    condition: draft.condition || null,
    actions: draft.actions.map((action) =>
      action.values
        ? { ...action, values: action.values.map((each) => value(action.object ?? draft.object, each)) }
        : action,
    ),
  }
}
