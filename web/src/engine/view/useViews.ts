import { useQuery } from '@tanstack/react-query'
import type { ObjectType } from '~/api/types'
import { viewsOptions, type Look, type SavedView } from '~/api/views'
import type { ListAddress } from '../list/address'
import { useListAddress } from '../list/useList'
import { MINE } from '../shared/people'
import { addressOf, isChanged, lookOf } from './look'

export interface Tab {
  key: string
  /** Of a saved view; the two that every object has are called by the console. */
  view?: SavedView
  address: ListAddress
  active: boolean
}

export interface Views {
  tabs: Tab[]
  /** The saved view the address came from. */
  current?: SavedView
  /** Whether the list has been changed since. */
  changed: boolean
  /** Whether what is shown is under no name yet. */
  nameless: boolean
  look: Look
  open: (address: ListAddress) => void
}

/** The names under which the records of an object are looked at, and which of them the address is. */
export function useViews(object: ObjectType): Views {
  const { address, replace } = useListAddress()
  const { data: saved = [] } = useQuery(viewsOptions(object.name))
  const current = saved.find(({ id }) => id === address.saved)
  // What a saved view brought with it goes with it.
  const plain = current ? { view: address.view } : { view: address.view, sort: address.sort, columns: address.columns }
  const owned = object.capabilities.includes('owned')
  const filter = address.filter ?? ''
  const tabs: Tab[] = [
    { key: 'all', address: plain, active: !current && filter === '' },
    ...(owned ? [{ key: 'mine', address: { ...plain, filter: MINE }, active: !current && filter === MINE }] : []),
    ...saved.map((view) => ({ key: view.id, view, address: addressOf(view), active: view === current })),
  ]
  return {
    tabs,
    current,
    changed: current !== undefined && isChanged(current, address, object),
    nameless: !current && Boolean((filter && filter !== MINE) || address.sort || address.group || address.measure),
    look: lookOf(address, object),
    open: replace,
  }
}
