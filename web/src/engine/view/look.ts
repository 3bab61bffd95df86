import type { Look, SavedView, WantedView } from '~/api/views'
import type { ObjectType } from '~/api/types'
import { readView, type ListAddress } from '../list/address'

/** What an address shows, in full: columns that follow from the object are named, so that a kept view stays as it is. */
export function lookOf(address: ListAddress, object: Pick<ObjectType, 'columns'>): Look {
  return {
    filter: address.filter ?? '',
    sort: address.sort?.split(',').filter(Boolean) ?? [],
    columns: address.columns?.split(',').filter(Boolean) ?? object.columns,
    shows: address.view ?? 'list',
    group: address.group ?? null,
    measure: address.measure ?? null,
    kind: address.kind ?? null,
  }
}

/** The address of a view; whatever it does not say is left out, also what stood in the address before. */
export function addressOf(view: Look & { id: string }): ListAddress {
  return {
    saved: view.id,
    filter: view.filter || undefined,
    sort: view.sort.join(',') || undefined,
    columns: view.columns.join(',') || undefined,
    view: readView(view.shows),
    group: view.group ?? undefined,
    measure: view.measure ?? undefined,
    kind: view.kind ?? undefined,
  }
}

/** Whether the address shows something else than the view it came from. */
export function isChanged(view: SavedView, address: ListAddress, object: Pick<ObjectType, 'columns'>): boolean {
  const now = lookOf(address, object)
  const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join()
  return !(
    now.filter === view.filter &&
    same(now.sort, view.sort) &&
    (view.columns.length === 0 || same(now.columns, view.columns)) &&
    now.shows === view.shows &&
    now.group === view.group &&
    now.measure === view.measure &&
    now.kind === view.kind
  )
}

/** The view as it would be written anew. */
export const wantedOf = (view: SavedView, look: Look = view): WantedView => ({
  filter: look.filter,
  sort: look.sort,
  columns: look.columns,
  shows: look.shows,
  group: look.group,
  measure: look.measure,
  kind: look.kind,
  id: view.id,
  version: view.version,
  name: view.name,
  everyone: view.everyone,
  sharedWith: view.sharedWith.map(({ id }) => id),
  ...(view.firstFor.length > 0 && { firstFor: view.firstFor.map(({ id }) => id) }),
})
