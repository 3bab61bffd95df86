import { inputOf, type AdviceRule, type AdviceRuleInput, type Pointing, type RemedyKind } from '~/api/adviceRules'
import type { Catalog } from '~/api/metadata'
import type { Attribute, ObjectType, Related } from '~/api/types'
import { toWire } from '~/fields/wire'

export const USUAL_WEIGHT = 50
export const GREATEST_WEIGHT = 100

/** What a new record may begin with: records and files are chosen where it is made. */
const NO_VALUES = new Set<string>(['reference', 'lines', 'file'])

export const draftOf = (rule: AdviceRule | undefined, object: string): AdviceRuleInput =>
  rule
    ? inputOf(rule)
    : {
        object,
        active: true,
        weight: USUAL_WEIGHT,
        reasons: {},
        actions: {},
        condition: null,
        pointing: null,
        remedy: { kind: 'fill' },
      }

export const isOfPointing = (kind: RemedyKind): boolean => kind === 'open' || kind === 'make'

/** What can be done about records of an object. */
export const offers = ({ related, commands }: ObjectType, kind: RemedyKind): boolean =>
  isOfPointing(kind) ? related.length > 0 : kind === 'fill' || commands.length > 0

export const fillable = ({ attributes }: ObjectType): Attribute[] =>
  attributes.filter(({ writable, derived }) => writable && !derived)

export const valuable = (made: ObjectType, pointing: Pointing): Attribute[] =>
  made.attributes.filter(
    ({ name, type, writable, derived, masked }) =>
      writable && !derived && !masked && !NO_VALUES.has(type) && name !== pointing.attribute,
  )

export const keyOf = ({ object, attribute }: Pick<Related, 'object' | 'attribute'>): string => `${object}.${attribute}`

/** The same rule with another way to do it; what the other way has no use for goes. */
export function withKind(draft: AdviceRuleInput, kind: RemedyKind, object: ObjectType): AdviceRuleInput {
  if (!isOfPointing(kind)) return { ...draft, remedy: { kind }, pointing: null }
  const [first] = object.related
  const pointing = draft.pointing ?? (first ? { object: first.object, attribute: first.attribute, open: false } : null)
  return { ...draft, remedy: kind === 'make' ? { kind, values: {} } : { kind }, pointing }
}

/** As the server takes it. */
export function written(catalog: Catalog, draft: AdviceRuleInput): AdviceRuleInput {
  const { remedy, pointing } = draft
  const values = Object.fromEntries(
    Object.entries(remedy.values ?? {}).flatMap(([name, value]) => {
      const attribute = pointing && catalog.attribute(pointing.object, name)
      return value === undefined || value === null
        ? []
        : [[name, attribute ? toWire(catalog, attribute, value) : value]]
    }),
  )
  return {
    ...draft,
    weight: draft.weight ?? USUAL_WEIGHT,
    condition: draft.condition || null,
    pointing: pointing && { ...pointing, condition: pointing.condition || null },
    remedy: remedy.kind === 'make' ? { ...remedy, values } : remedy,
  }
}
