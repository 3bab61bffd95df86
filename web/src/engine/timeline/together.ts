import { isChange, type ChangeEntry, type TimelineEntry } from '~/api/timeline'

/** What stands on the timeline as one: an entry, or what somebody changed at one moment. */
export interface Happening {
  key: string
  entry: TimelineEntry
  /** Changes of lines, made with the record they belong to. */
  parts: ChangeEntry[]
}

const sameMoment = (one: TimelineEntry, other: TimelineEntry): boolean =>
  isChange(one) && isChange(other) && one.at === other.at && one.by?.id === other.by?.id

/** A record and its lines change at the same moment and are told once: the record first, its lines below. */
export function together(entries: readonly TimelineEntry[], isLine: (object: string) => boolean): Happening[] {
  const groups: TimelineEntry[][] = []
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last?.[0] && sameMoment(last[0], entry)) last.push(entry)
    else groups.push([entry])
  }
  return groups.flatMap((group) => {
    const mains = group.filter((entry) => !isLine(entry.record.object))
    const lines = group.filter((entry) => isLine(entry.record.object)) as ChangeEntry[]
    const heads = mains.length ? mains : group.slice(0, 1)
    return heads.map((entry, index) => ({
      key: entry.id,
      entry,
      parts: index === 0 ? (mains.length ? lines : lines.filter((line) => line !== entry)) : [],
    }))
  })
}
