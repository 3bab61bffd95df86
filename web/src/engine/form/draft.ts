type Values = Record<string, unknown>

/** What somebody typed and did not save: kept per person, object and record, until saved or discarded. */
export class Draft {
  private readonly key: string

  constructor(
    person: string,
    object: string,
    record: string | undefined,
    private readonly storage: Storage = localStorage,
  ) {
    this.key = `keyuan.draft.${person}.${object}.${record ?? 'new'}`
  }

  read(): Values | undefined {
    const text = this.storage.getItem(this.key)
    if (!text) return undefined
    try {
      return JSON.parse(text) as Values
    } catch {
      this.discard()
      return undefined
    }
  }

  write(values: Values): void {
    try {
      this.storage.setItem(this.key, JSON.stringify(values))
    } catch {
      // A full storage must not stop anybody from typing.
    }
  }

  discard(): void {
    this.storage.removeItem(this.key)
  }
}
