import type { Catalog } from '~/api/metadata'
import type { Attribute, ObjectType } from '~/api/types'

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
