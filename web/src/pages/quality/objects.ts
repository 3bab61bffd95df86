import type { Catalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import type { Measure } from '~/engine/chart/measures'

const KEPT = 'completeness'

/** The objects of whose records the reader may know how complete they are. */
export const qualityObjects = (catalog: Catalog): ObjectType[] =>
  catalog.metadata.objects.filter(({ name, wanted }) => wanted.length > 0 && catalog.attribute(name, KEPT))

export const measuredIn = ({ attributes }: ObjectType): Measure => ({
  name: `avg(${KEPT})`,
  how: 'avg',
  attribute: attributes.find(({ name }) => name === KEPT),
})
