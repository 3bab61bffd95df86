import type { Catalog } from '~/api/metadata'
import type { Attribute, Choice, ObjectType } from '~/api/types'

export interface FunnelSource {
  object: ObjectType
  stage: Attribute
  amount: Attribute
}

/** The object that moves through stages and is worth money: stages alone may be those of a task. */
export function findFunnel(catalog: Catalog): FunnelSource | undefined {
  for (const object of catalog.pages) {
    const stage = object.board ? catalog.attribute(object.name, object.board) : undefined
    const amount = object.attributes.find((attribute) => attribute.summed && attribute.type === 'money')
    if (stage?.choices && amount) return { object, stage, amount }
  }
  return undefined
}

/** A stage to which the company gave no meaning ends nothing. */
export const meaningOf = ({ meaning }: Choice): string => meaning?.toLowerCase() ?? 'open'

/**
 * The way to success: the open stages in their order, wherever they stand, and then those where it is reached. Other ends,
 * such as to lose, lie beside the way.
 */
export function wayOf(stages: readonly Choice[]): Choice[] {
  const success = stages.map(meaningOf).find((meaning) => meaning !== 'open' && meaning !== 'lost')
  const those = (wanted: string | undefined) => stages.filter((stage) => meaningOf(stage) === wanted)
  return [...those('open'), ...those(success)]
}
