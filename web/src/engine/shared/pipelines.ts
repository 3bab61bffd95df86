import type { Catalog } from '~/api/metadata'
import type { Attribute, Choice, ObjectType } from '~/api/types'
import { choiceOperators } from '~/fields/choice/operators'
import { readFilter, writeFilter, type Condition, type WordedCondition } from '../filter/conditions'
import { offeredTo } from '../form/attributes'

type Read = (name: string) => unknown

/** By which attributes of a record its stages go. */
export const decidersOf = (object: ObjectType, stage: Attribute): string[] => {
  const byKind = object.layouts?.some(({ choices }) => choices?.[stage.name]) ? object.kind : undefined
  return [byKind, stage.dependsOn?.attribute].filter((name) => typeof name === 'string')
}

/** The attribute whose choices are pipelines, each with stages of its own; undefined where all records go through the same. */
export const pipelineOf = (catalog: Catalog, object: ObjectType, stage: Attribute): Attribute | undefined =>
  catalog.pick(object.name, decidersOf(object, stage)).find(({ type, filterable }) => type === 'choice' && filterable)

/** The stages a record may be moved to, and the one where it stands. */
export function stagesOf(object: ObjectType, stage: Attribute, read: Read): Choice[] {
  const { choices } = offeredTo(object, stage, read)
  return (choices ?? []).filter(({ active, code }) => active || code === read(stage.name))
}

const isAbout = (pipeline: Attribute, condition: Condition): condition is WordedCondition =>
  condition.kind === 'worded' && condition.attribute.name === pipeline.name

const conditionsOn = (filter: string, pipeline: Attribute): WordedCondition[] =>
  readFilter(filter, [pipeline]).filter((condition) => isAbout(pipeline, condition))

/** The pipelines that a filter asks for by name; undefined where it does not. */
export const chosenOf = (filter: string, pipeline: Attribute): readonly string[] | undefined =>
  conditionsOn(filter, pipeline).find(({ operator }) => ['is', 'anyOf'].includes(operator.name))?.operand

/** Whether a filter says nothing of pipelines that could be told. */
export const asksForAll = (filter: string, pipeline: Attribute): boolean => conditionsOn(filter, pipeline).length === 0

/** The stages of some pipelines, in the order of all. */
export function stagesOfAll(
  object: ObjectType,
  stage: Attribute,
  pipeline: Attribute,
  codes: readonly string[],
): Choice[] {
  const offered = new Set(
    codes.flatMap((code) =>
      stagesOf(object, stage, (name) => (name === pipeline.name ? code : undefined)).map((each) => each.code),
    ),
  )
  return (stage.choices ?? []).filter(({ code }) => offered.has(code))
}

/** The filter for the records of one pipeline, or of all, and otherwise as it was. */
export function withPipeline(filter: string, pipeline: Attribute, code: string | undefined): string {
  const others = readFilter(filter, [pipeline]).filter((condition) => !isAbout(pipeline, condition))
  const operator = choiceOperators.find(({ name }) => name === 'is')
  return writeFilter(
    code && operator ? [...others, { kind: 'worded', attribute: pipeline, operator, operand: [code] }] : others,
  )
}

/** The stages with those out of use that none of the pipelines has which a filter asks for. */
export function stagesAskedFor(catalog: Catalog, object: ObjectType, stage: Attribute, filter: string): Attribute {
  const pipeline = pipelineOf(catalog, object, stage)
  const chosen = pipeline && chosenOf(filter, pipeline)
  if (!chosen || !stage.choices) return stage
  const offered = new Set(stagesOfAll(object, stage, pipeline, chosen).map(({ code }) => code))
  return {
    ...stage,
    choices: stage.choices.map((each) => ({ ...each, active: each.active && offered.has(each.code) })),
  }
}
