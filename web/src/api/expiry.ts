import { connection } from './client'

type Notify = () => void

/**
 * What waits while somebody whose session is over signs in again: every request that met the closed door, and the page.
 * There is one such wait at a time, however many requests begin it.
 */
class Expiry {
  private waiting?: { promise: Promise<boolean>; end: (isBack: boolean) => void }
  private readonly listeners = new Set<Notify>()
  /** Whether somebody is at work, so that there is a page to come back to. */
  private guarded = false

  get isOver(): boolean {
    return this.waiting !== undefined
  }

  subscribe = (notify: Notify): Notify => {
    this.listeners.add(notify)
    return () => this.listeners.delete(notify)
  }

  snapshot = (): boolean => this.isOver

  /** Whoever signs out ends the session on purpose, so nothing waits for it; unless that fails. */
  leave(isLeaving: boolean): void {
    this.guarded = !isLeaving
    if (isLeaving) this.end(false)
  }

  /** From now on a session that ends is waited for, until the answered function is called. */
  guard(): Notify {
    this.guarded = true
    return () => {
      this.guarded = false
      this.end(false)
    }
  }

  begin(): Promise<boolean> {
    if (!this.guarded) return Promise.resolve(false)
    if (!this.waiting) {
      let end: (isBack: boolean) => void = () => {}
      const promise = new Promise<boolean>((resolve) => (end = resolve))
      this.waiting = { promise, end }
      this.tell()
    }
    return this.waiting.promise
  }

  /** @param isBack whether the requests are to be sent again */
  end(isBack: boolean): void {
    this.waiting?.end(isBack)
    this.waiting = undefined
    this.tell()
  }

  private tell(): void {
    this.listeners.forEach((notify) => notify())
  }
}

export const expiry = new Expiry()

connection.onExpired = () => expiry.begin()
