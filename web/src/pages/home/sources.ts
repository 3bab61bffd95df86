import type { Catalog } from '~/api/metadata'
import type { Attribute, ObjectType } from '~/api/types'
import { finishingOf } from '~/engine/shared/finishing'
import { writeCondition } from '~/fields/operator'

/** Whose latest changes are worth a card, where the reader has them at all. */
export const RECENT = ['customers', 'opportunities'] as const

const TASKS = 'tasks'

export interface TaskSource {
  object: ObjectType
  due?: Attribute
  /** The attribute and the choice that end a task, so that it can be ticked off. */
  state?: Attribute
  done?: string
  /** Those that are still to be done, whosever they are; empty where none is ever done. */
  unfinished: string
  sort: string
}

export function findTasks(catalog: Catalog): TaskSource | undefined {
  const object = catalog.object(TASKS)
  if (!object) return undefined
  const { state, done } = finishingOf(object) ?? { state: undefined, done: [] }
  const due = object.attributes.find((attribute) => attribute.type === 'date' && attribute.sortable)
  const unfinished =
    state && done.length
      ? writeCondition({ name: 'noneOf', pattern: '!(@ in $list)', operand: 'choices' }, state.name, done)
      : ''
  return { object, due, state, done: done[0], unfinished, sort: due?.name ?? object.defaultSort }
}

/** Conditions that all hold; those that say nothing are left out. */
export const all = (...conditions: string[]): string => conditions.filter(Boolean).join(' && ')
