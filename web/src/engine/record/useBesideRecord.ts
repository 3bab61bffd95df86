import { useState } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { adviceOptions } from '~/api/advice'
import { ownersOptions } from '~/api/assign'
import { filesOptions } from '~/api/files'
import { openOptions, relatedOptions, rightsOptions } from '~/api/overview'
import { sharesOptions } from '~/api/shares'
import { followersOptions, timelineOptions } from '~/api/timeline'
import type { ObjectType } from '~/api/types'
import { usePhone } from '~/ui/useMedia'

function fetchBeside(
  client: QueryClient,
  { name, capabilities, related, partOf }: ObjectType,
  id: string,
  narrow: boolean,
): void {
  void client.prefetchQuery(rightsOptions(name, id))
  if (capabilities.includes('timeline')) {
    void client.prefetchQuery(followersOptions(name, id))
    if (!narrow) void client.prefetchInfiniteQuery(timelineOptions(name, id))
  }
  if (capabilities.includes('owned')) {
    void client.prefetchQuery(sharesOptions(name, id))
    void client.prefetchQuery(ownersOptions(name, id))
  }
  void client.prefetchQuery(adviceOptions(name, id))
  if (!partOf && (related.length === 0 || !narrow))
    void client.prefetchInfiniteQuery(filesOptions({ object: name, id }))
  if (related.length > 0) {
    void client.prefetchQuery(openOptions(name, id))
    if (!narrow) void client.prefetchQuery(relatedOptions(name, id))
  }
}

/**
 * Asks for what stands beside a record together with the record, in one question: its id is known from the address, so nothing need
 * wait for the record itself. On a phone the other panes wait until somebody turns to them.
 */
export function useBesideRecord(object: ObjectType, id: string): void {
  const client = useQueryClient()
  const narrow = usePhone()
  useState(() => fetchBeside(client, object, id, narrow))
}
