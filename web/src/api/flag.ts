/** Something that is so or not, which pages follow by `useSyncExternalStore`. */
export class Flag {
  private raised = false
  private readonly listeners = new Set<() => void>()

  subscribe = (notify: () => void): (() => void) => {
    this.listeners.add(notify)
    return () => this.listeners.delete(notify)
  }

  snapshot = (): boolean => this.raised

  set(raised: boolean): void {
    if (raised === this.raised) return
    this.raised = raised
    this.listeners.forEach((notify) => notify())
  }
}
