import { useMemo } from 'react'
import { useCatalog } from '~/api/metadata'
import type { Attribute } from '~/api/types'

/** The columns of the rows: those of their object, without the one that points back at the record. */
export function useLineColumns(attribute: Attribute): Attribute[] {
  const catalog = useCatalog()
  return useMemo(() => {
    const object = catalog.object(attribute.lines ?? '')
    if (!object) return []
    return catalog
      .pick(object.name, object.columns)
      .filter((column) => column.reference !== object.partOf || !object.partOf)
  }, [catalog, attribute.lines])
}
