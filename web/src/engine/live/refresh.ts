import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { isScrolledFar } from '~/api/endless'
import type { Change } from '~/api/live'
import { hasJustWritten, recordOptions, wasOwn } from '~/api/records'
import type { Page, RecordData } from '~/api/types'
import { concerns } from './concerns'
import { freshRecords } from './fresh'
import { refreshScrolled } from './scrolled'

type Rows = InfiniteData<Page<RecordData>>

/** What this window does not know yet: it hears of its own changes too. */
export const newsOf = (client: QueryClient, changes: readonly Change[]): Change[] =>
  changes.flatMap((change) => {
    const records = change.records?.filter(({ id, version }) => {
      const shown = client.getQueryData<RecordData>(recordOptions(change.object, id).queryKey)
      return !wasOwn(id, version) && !(shown && shown.version >= version)
    })
    return !records || records.length > 0 ? [{ ...change, records }] : []
  })

/** Whether a colleague did some of it, and not the same person in another window, or the program in their name. */
export const byOthers = (changes: readonly Change[], person: string): boolean =>
  changes.some(({ records }) => !records || records.some(({ by }) => by !== person))

/** The row as it was shown, from the record's page or any list. */
function shownBefore(client: QueryClient, object: string, id: string): RecordData | undefined {
  const record = client.getQueryData<RecordData>(recordOptions(object, id).queryKey)
  if (record) return record
  const lists = client.getQueriesData<Rows>({ queryKey: ['records', object, 'list'] })
  for (const [, data] of lists) {
    const row = data?.pages.flatMap((page) => page.items).find((item) => item.id === id)
    if (row) return row
  }
  return undefined
}

/** Brings what is on the screen up to date, and marks what a colleague has changed. */
export function refresh(client: QueryClient, changes: readonly Change[], person: string): void {
  for (const change of changes) {
    const { object, records = [] } = change
    for (const { id, by } of records) if (by !== person) freshRecords.mark(id, shownBefore(client, object, id))
    // Whatever this window writes it follows by asking anew; in another window the same person looks when they turn to it.
    if (hasJustWritten() && !byOthers([change], person)) continue
    void refreshScrolled(client, change)
    void client.invalidateQueries({ predicate: (query) => !isScrolledFar(query) && concerns(query, change) })
  }
  // Other objects may show a title or a total of these; they are asked anew when somebody looks.
  void client.invalidateQueries({ queryKey: ['records'], refetchType: 'none' })
}
