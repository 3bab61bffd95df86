import type { Change, ChangedRecord } from '~/api/live'

/** Puts together what changes in a short while, so that a busy company does not keep every window loading. */
export class Gathering {
  private readonly records = new Map<string, Map<string, ChangedRecord>>()
  private readonly many = new Set<string>()

  add(changes: readonly Change[]): void {
    for (const { object, records, many } of changes) {
      if (many) this.many.add(object)
      const known = this.records.get(object) ?? new Map<string, ChangedRecord>()
      for (const record of records ?? []) {
        if (record.version > (known.get(record.id)?.version ?? 0)) known.set(record.id, record)
      }
      this.records.set(object, known)
    }
  }

  get isEmpty(): boolean {
    return this.records.size === 0
  }

  /** Whether something goes on that will go on for a while, such as an import. */
  get isBulk(): boolean {
    return this.many.size > 0
  }

  take(): Change[] {
    const changes = [...this.records].map(([object, records]): Change =>
      this.many.has(object) ? { object, many: true } : { object, records: [...records.values()] },
    )
    this.records.clear()
    this.many.clear()
    return changes
  }
}
