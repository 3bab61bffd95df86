import type { Along, Assignment } from '~/api/assign'
import type { Reference } from '~/api/types'

/** What is chosen in the dialog. */
export interface AssignDraft {
  by: 'person' | 'rule'
  person: Reference | null
  rule: string
  along: string[]
  /** Also what belongs to somebody else than the record does. */
  anyone: boolean
  /** Also what has come to an end. */
  all: boolean
  note: string
}

export const MATCHING = 'matching'

export const EMPTY: AssignDraft = {
  by: 'person',
  person: null,
  rule: MATCHING,
  along: [],
  anyone: false,
  all: false,
  note: '',
}

export const isComplete = (draft: AssignDraft): boolean => draft.by === 'rule' || draft.person !== null

export const assignmentOf = (draft: AssignDraft): Assignment => ({
  ...(draft.by === 'person' ? { to: draft.person?.id } : { rule: draft.rule }),
  along: draft.along,
  alongOf: draft.anyone ? 'anyone' : 'same-owner',
  alongState: draft.all ? 'all' : 'open',
  note: draft.note.trim() || undefined,
})

/** How many of an object would move along; undefined where nobody has counted. */
export function countOf(along: Along, { anyone, all }: Pick<AssignDraft, 'anyone' | 'all'>): number | undefined {
  if (all || !along.ends) return anyone ? along.all : along.sameOwner
  return anyone ? along.open : along.openOfSameOwner
}
