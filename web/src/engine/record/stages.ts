import type { Choice } from '~/api/types'

export type StageState = 'done' | 'now' | 'lost' | 'ahead'

const means = (choice: Choice | undefined, meaning: string): boolean => choice?.meaning?.toLowerCase() === meaning

/**
 * How each stage stands when the record is at one of them. A lost record did not pass the stages before it, and
 * losing is no step on the way to anything, so it is never done.
 */
export function stageStates(choices: readonly Choice[], code: unknown): StageState[] {
  const now = choices.findIndex((choice) => choice.code === code)
  const lost = means(choices[now], 'lost')
  return choices.map((choice, index) => {
    if (index === now) return lost ? 'lost' : 'now'
    return index < now && !lost && !means(choice, 'lost') ? 'done' : 'ahead'
  })
}
