import { errorsByAttribute, type Problem } from '~/api/problem'
import type { Attribute, RecordData } from '~/api/types'

/** What the server wants to know before the record may stand in a stage. */
export function askedBy(attributes: readonly Attribute[], stage: Attribute, problem: Problem | undefined): Attribute[] {
  const errors = errorsByAttribute(problem?.status === 422 || problem?.status === 400 ? problem.errors : [])
  return attributes.filter(({ name, writable }) => name in errors && name !== stage.name && writable)
}

/** The record as somebody else saved it in the meantime. */
export const currentOf = (problem: Problem | undefined): RecordData | undefined =>
  problem?.status === 412 ? (problem.members.current as RecordData | undefined) : undefined

/** Why a value was refused: what is said of it, else what is said of others, each by its name, else of the whole. */
export function complaintOf(attributes: readonly Attribute[], name: string, problem: Problem): string {
  const { [name]: own, ...others } = errorsByAttribute(problem.errors)
  const elsewhere = attributes
    .filter((attribute) => others[attribute.name])
    .map((attribute) => `${attribute.label}: ${others[attribute.name]}`)
  return own || elsewhere.join(' ') || problem.message
}
