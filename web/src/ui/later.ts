import { lazy, type ComponentType } from 'react'

/** By then the page that will want it is there, and the network is free. */
const PAUSE_MS = 2_000

/** Fetches a part of the console ahead, when nothing else is to be done; whoever wants it first fetches it then. */
function ahead(load: () => Promise<unknown>): void {
  const idle = globalThis.requestIdleCallback ?? setTimeout
  // What cannot be fetched now is asked for again when it is wanted, and failing is told then.
  setTimeout(() => idle(() => void load().catch(() => {})), PAUSE_MS)
}

/** A part of a page that is shown only when somebody asks for it: fetched apart from the page, and ahead of being asked for. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const parcel = async () => ({ default: await load() })
  ahead(parcel)
  return lazy(parcel)
}
