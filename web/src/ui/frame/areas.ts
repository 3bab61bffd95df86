import { useMemo } from 'react'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import type { ListAddress } from '~/engine/list/address'
import { findFunnel } from '~/engine/shared/funnel'
import { addressOf } from '~/engine/view/look'
import { extrasOf } from '~/objects/extras'
import { qualityObjects } from '~/pages/quality/objects'

export interface AreaOfObjects {
  name: string
  label: string
  objects: ObjectType[]
}

/** Where an object is at home: its list, or a page made for it. */
export const homeOf = (name: string): string => extrasOf({ name }).home ?? `/${name}`

/** What a list begins with for this person; nothing in particular where nothing is arranged. */
export const startOf = ({ first }: ObjectType): ListAddress => (first ? addressOf(first) : {})

/** The areas with the objects that have pages; an area without any is left out. */
export function useAreas(): AreaOfObjects[] {
  const catalog = useCatalog()
  return useMemo(() => {
    const pages = new Map(catalog.pages.map((object) => [object.name, object]))
    return catalog.metadata.areas
      .map((area) => ({ ...area, objects: area.objects.flatMap((name) => pages.get(name) ?? []) }))
      .filter((area) => area.objects.length > 0)
  }, [catalog])
}

/** Whether this person sees sales at all, and so has an overview of them. */
export function useHasSales(): boolean {
  const catalog = useCatalog()
  return useMemo(() => findFunnel(catalog) !== undefined, [catalog])
}

/** Whether there is anything of which the reader may know how complete it is. */
export function useHasQuality(): boolean {
  return qualityObjects(useCatalog()).length > 0
}
