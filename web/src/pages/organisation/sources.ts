import { useQuery } from '@tanstack/react-query'
import { aggregateOptions, firstRowsOptions } from '~/api/records'
import type { RecordData, Reference } from '~/api/types'
import { treeOf } from './tree'

/** As many as one page of the API has. */
const MOST = 500
const WORKING = "account != 'disabled'"

/** Departments with the people who work in them, be it beside another one. */
export function useTree() {
  const departments = useQuery(
    firstRowsOptions('departments', { fields: ['name', 'parent', 'manager'], limit: MOST, sort: 'name' }),
  )
  const people = useQuery(aggregateOptions('users', { group: 'department', measure: ['count'], filter: WORKING }))
  const counts = new Map(
    (people.data?.groups ?? []).flatMap((group) => {
      const department = group.department as Reference | null
      return department ? [[department.id, Number(group.count)] as const] : []
    }),
  )
  return {
    tree: departments.data ? treeOf(departments.data.items, counts) : undefined,
    error: departments.error,
    refetch: departments.refetch,
  }
}

const anyOf = (ids: readonly string[]) => `[${ids.map((id) => `'${id}'`).join(', ')}]`

export const peopleOptions = (departments: readonly string[]) =>
  firstRowsOptions('users', {
    fields: ['name', 'position', 'department', 'manager'],
    filter: `${WORKING} && department in ${anyOf(departments)}`,
    limit: MOST,
    sort: 'name',
  })

/** Those who have their main department elsewhere. */
export const membersOptions = (departments: readonly string[]) =>
  firstRowsOptions('memberships', {
    fields: ['person', 'position', 'department'],
    filter: `department in ${anyOf(departments)}`,
    limit: MOST,
  })

export const awayOptions = (person?: string) =>
  firstRowsOptions('absences', {
    fields: ['person', 'firstDay', 'lastDay', 'standIn', 'reason'],
    filter: ['firstDay <= today()', 'lastDay >= today()', ...(person ? [`person == '${person}'`] : [])].join(' && '),
    limit: MOST,
    sort: 'lastDay',
  })

export const referenceOf = (row: RecordData, attribute: string): Reference | undefined =>
  (row[attribute] as Reference | null | undefined) ?? undefined
