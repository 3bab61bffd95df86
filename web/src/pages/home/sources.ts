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
  filter: string
  sort: string
}

export function findTasks(catalog: Catalog): TaskSource | undefined {
  const object = catalog.object(TASKS)
  if (!object) return undefined
  const { state, done } = finishingOf(object) ?? { state: undefined, done: [] }
  const due = object.attributes.find((attribute) => attribute.type === 'date' && attribute.sortable)
  const conditions = ['owner == me()']
  if (state && done.length) {
    conditions.push(writeCondition({ name: 'noneOf', pattern: '!(@ in $list)', operand: 'choices' }, state.name, done))
  }
  return { object, due, state, done: done[0], filter: conditions.join(' && '), sort: due?.name ?? object.defaultSort }
}
