import { useSyncExternalStore } from 'react'
import type { RecordData } from '~/api/types'

/** How long something that a colleague changed stands out. */
const FRESH_MS = 4_000

type Before = RecordData | undefined

/** Records that somebody else has just changed, each with what it was before as far as that is known. */
class FreshRecords {
  private readonly records = new Map<string, { before: Before }>()
  private readonly watchers = new Set<() => void>()

  mark(id: string, before: Before): void {
    const mark = { before }
    this.records.set(id, mark)
    setTimeout(() => {
      if (this.records.get(id) === mark) this.records.delete(id)
      this.tell()
    }, FRESH_MS)
    this.tell()
  }

  of(id: string): { before: Before } | undefined {
    return this.records.get(id)
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher()
  }
}

export const freshRecords = new FreshRecords()

const useMark = (id: string) => useSyncExternalStore(freshRecords.watch, () => freshRecords.of(id))

/** Whether a colleague has changed this record a moment ago. */
export const useFresh = (id: string): boolean => useMark(id) !== undefined

/** Whether a colleague has changed this value of the record a moment ago. */
export function useFreshValue(record: RecordData, attribute: string): boolean {
  const mark = useMark(record.id)
  return mark?.before !== undefined && !same(mark.before[attribute], record[attribute])
}

/** Values are what JSON holds. */
export const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
