import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useCatalog } from '~/api/metadata'
import { aggregateOptions } from '~/api/records'
import type { Attribute, Choice, ObjectType } from '~/api/types'
import { readSort } from '../list/address'
import { useListAddress } from '../list/useList'
import { cardFields, cardParts } from './card'
import { decidersOf, pipelineOf, stagesAskedFor } from '../shared/pipelines'

/** What was moved last stands on top, so that a card lies where it was dropped. */
const USUAL_SORT = '-updatedAt'

export interface ColumnTotals {
  count: number
  sum: unknown
}

/** A board without its looks: its columns, what they add up to, and what its address asks for. */
export function useBoard(object: ObjectType, stage: Attribute) {
  const catalog = useCatalog()
  const { address, change } = useListAddress()
  const filter = address.filter ?? ''
  const sort = address.sort ?? USUAL_SORT
  const parts = useMemo(() => cardParts(catalog, object), [catalog, object])
  const pipeline = useMemo(() => pipelineOf(catalog, object, stage), [catalog, object, stage])
  const fields = useMemo(() => cardFields(object, parts, decidersOf(object, stage)), [object, parts, stage])
  const summed = object.attributes.find((attribute) => attribute.summed && attribute.type === 'money')
  const sum = summed ? `sum(${summed.name})` : ''
  const totals = useQuery(
    aggregateOptions(object.name, {
      group: stage.name,
      measure: ['count', ...(sum ? [sum] : [])],
      filter: filter || undefined,
    }),
  )
  const byCode = useMemo(() => {
    const groups = totals.data?.groups ?? []
    return new Map(groups.map((group) => [group[stage.name], { count: Number(group.count), sum: group[sum] }]))
  }, [totals.data, stage.name, sum])
  const columns: Choice[] = useMemo(() => {
    // Until it is known where records stand, and where that does not become known, no column is left out.
    const asked = totals.data ? stagesAskedFor(catalog, object, stage, filter) : stage
    return (asked.choices ?? []).filter(({ code, active }) => active || byCode.has(code))
  }, [catalog, object, stage, filter, totals.data, byCode])
  const totalsOf = (code: string): ColumnTotals | undefined =>
    totals.data && (byCode.get(code) ?? { count: 0, sum: undefined })
  return {
    filter,
    sort,
    sortKey: readSort(sort),
    parts,
    fields,
    summed,
    pipeline,
    columns,
    totals,
    totalsOf,
    setFilter: (next: string) => change({ filter: next }),
    setSort: (next: string | undefined) => change({ sort: next }),
  }
}

export type Board = ReturnType<typeof useBoard>
