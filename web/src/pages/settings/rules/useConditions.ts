import { useMemo } from 'react'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { readFilter, type Condition } from '~/engine/filter/conditions'
import { reachedAttributes } from '~/engine/shared/reached'

/** The condition of a rule as it can be read: by what stands in a record and in what it points to. */
export function useConditions(object: ObjectType | undefined, condition: string | null): Condition[] {
  const catalog = useCatalog()
  return useMemo(
    () =>
      object && condition ? readFilter(condition, [...object.attributes, ...reachedAttributes(catalog, object)]) : [],
    [catalog, object, condition],
  )
}
