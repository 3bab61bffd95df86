import type { ChangeEntry } from '~/api/timeline'
import type { RecordData } from '~/api/types'

/** A record as it stood after one of its changes. */
export interface Then {
  values: RecordData
  /** The attributes that the change itself touched. */
  touched: ReadonlySet<string>
  /** The values of these before it. */
  before: RecordData
  /** The attributes that are another today. */
  changedSince: ReadonlySet<string>
}

/**
 * Takes back what happened after one of a record's changes.
 *
 * @param entries of the record, the newest first
 * @param at the place of the change among them
 */
export function asOf(record: RecordData, entries: readonly ChangeEntry[], at: number): Then {
  const values: RecordData = { ...record }
  const changedSince = new Set<string>()
  for (const entry of entries.slice(0, at)) {
    for (const { attribute, old } of entry.changes) {
      values[attribute] = old
      changedSince.add(attribute)
    }
  }
  const touched = new Set<string>()
  const before: RecordData = { ...values }
  for (const { attribute, old } of entries[at]?.changes ?? []) {
    touched.add(attribute)
    before[attribute] = old
  }
  return { values, touched, before, changedSince }
}
