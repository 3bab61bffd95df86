import { useCallback, useEffect, useMemo } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCatalog } from '~/api/metadata'
import { listOptions } from '~/api/records'
import type { Attribute, ObjectType } from '~/api/types'
import { readSort, type ListAddress } from './address'

const stored = (object: string) => `keyuan.columns.${object}`

/** The columns last chosen for an object in this browser. */
export const rememberedColumns = (object: string): string | undefined =>
  localStorage.getItem(stored(object)) ?? undefined

/** The columns: the address rules; without any there, those last chosen; else the object's own. The title always leads. */
export function columnsOf(object: ObjectType, named: string | undefined): string[] {
  const names =
    named
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? object.columns
  return [object.title, ...names.filter((name) => name !== object.title)]
}

/** What the address of a list says, and how to change it. */
export function useListAddress() {
  const address = useSearch({ strict: false }) as ListAddress
  const navigate = useNavigate()
  const change = useCallback(
    (next: Partial<ListAddress>, replace = false) =>
      void navigate({ to: '.', search: (present: ListAddress) => withoutEmpty({ ...present, ...next }), replace }),
    [navigate],
  )
  const replace = useCallback((next: ListAddress) => void navigate({ to: '.', search: withoutEmpty(next) }), [navigate])
  return { address, change, replace }
}

/** A list without its looks: what the address asks for, the rows that have come, and how to change either. */
export function useList(object: ObjectType) {
  const catalog = useCatalog()
  const { address, change } = useListAddress()

  const remembered = rememberedColumns(object.name)
  useEffect(() => {
    if (!address.columns && remembered) change({ columns: remembered }, true)
  }, [address.columns, remembered, change])

  const columns = useMemo<Attribute[]>(
    () => catalog.pick(object.name, columnsOf(object, address.columns ?? remembered)),
    [catalog, object, address.columns, remembered],
  )
  const sort = address.sort ?? object.defaultSort
  const query = useInfiniteQuery(
    listOptions(object.name, {
      filter: address.filter,
      sort,
      fields: columns.map((column) => column.name),
      asOf: address.asOf,
      ...(object.rights.edit && { may: 'edit' }),
    }),
  )
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])

  const readOnly = useMemo(() => new Set(query.data?.pages.flatMap((page) => page.readOnly ?? [])), [query.data])

  const setColumns = (names: string[] | undefined) => {
    if (names) localStorage.setItem(stored(object.name), names.join(','))
    else localStorage.removeItem(stored(object.name))
    change({ columns: names?.join(',') })
  }
  return {
    filter: address.filter ?? '',
    asOf: address.asOf,
    sort: readSort(sort),
    columns,
    rows,
    /** The rows that may only be read, by their ids. */
    readOnly,
    query,
    setColumns,
    count: query.data?.pages[0]?.count ?? null,
    setFilter: (filter: string) => change({ filter }),
    setSort: (next: string | undefined) => change({ sort: next }),
  }
}

export type List = ReturnType<typeof useList>

const withoutEmpty = (address: ListAddress): ListAddress =>
  Object.fromEntries(Object.entries(address).filter(([, value]) => value)) as ListAddress
