import type { Catalog } from '~/api/metadata'
import type { Attribute } from '~/api/types'
import { findGrouping, groupingsOf, type Grouping } from '~/engine/chart/groupings'
import type { Measure } from '~/engine/chart/measures'
import { findFunnel, meaningOf, type FunnelSource } from '~/engine/shared/funnel'
import { writeCondition } from '~/fields/operator'

/** What the overview is made of, as far as this person's objects have it. */
export interface SalesSource extends FunnelSource {
  sum: Measure
  stages: Grouping
  /** The day a sale is closed, or expected to be. */
  day?: Attribute
  months?: Grouping
  region?: Grouping
  manager?: Grouping
  product?: Grouping
  codes: { won: string[]; lost: string[]; open: string[] }
}

const DAY = 'closeDate'
const PATHS = { region: 'owner.department', manager: 'owner.manager', product: 'lines.product' } as const

export const isOf = (stage: Attribute, codes: readonly string[]): string =>
  writeCondition({ name: 'anyOf', pattern: '@ in $list', operand: 'choices' }, stage.name, codes)

export function findSales(catalog: Catalog): SalesSource | undefined {
  const source = findFunnel(catalog)
  if (!source) return undefined
  const groupings = groupingsOf(catalog, source.object)
  const find = (path: string) => findGrouping(groupings, path)
  const stages = find(source.stage.name)
  if (!stages) return undefined
  const meaning = (wanted: string) =>
    (source.stage.choices ?? []).filter((choice) => meaningOf(choice) === wanted).map(({ code }) => code)
  return {
    ...source,
    stages,
    sum: { name: `sum(${source.amount.name})`, how: 'sum', attribute: source.amount },
    day: catalog.attribute(source.object.name, DAY),
    months: find(`${DAY}:month`),
    region: find(PATHS.region),
    manager: find(PATHS.manager),
    product: find(PATHS.product),
    codes: { won: meaning('won'), lost: meaning('lost'), open: meaning('open') },
  }
}
