import type { Attribute, ObjectType } from '~/api/types'

export interface Finishing {
  /** The attribute and the choices that end a record, so that it can be ticked off; the first is the one it gets. */
  state: Attribute
  done: string[]
  /** What it becomes when the tick is taken back. */
  open?: string
}

const isDone = (meaning: string | null): boolean => meaning?.toLowerCase() === 'done'

/** How records of an object are done with; undefined where they never are. */
export function finishingOf(object: ObjectType): Finishing | undefined {
  const state = object.attributes.find(
    ({ masked, choices }) => !masked && choices?.some((choice) => isDone(choice.meaning)),
  )
  if (!state) return undefined
  const done = state.choices?.filter((choice) => isDone(choice.meaning)).map((choice) => choice.code) ?? []
  return { state, done, open: state.choices?.find((choice) => !isDone(choice.meaning))?.code }
}
