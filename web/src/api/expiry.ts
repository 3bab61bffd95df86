import { connection } from './client'
import { Flag } from './flag'

/**
 * What waits while somebody whose session is over signs in again: every request that met the closed door, and the page.
 * There is one such wait at a time, however many requests begin it.
 */
class Expiry {
  private waiting?: { promise: Promise<boolean>; end: (isBack: boolean) => void }
  /** Whether somebody is waited for. */
  readonly over = new Flag()
  /** Whether somebody is at work, so that there is a page to come back to. */
  private guarded = false

  /** Whether somebody signed out whose page may still be shown, and what they saw still be known. */
  hasLeft = false

  /** Whoever signs out ends the session on purpose, so nothing waits for it; unless that fails. */
  leave(isLeaving: boolean): void {
    this.guarded = !isLeaving
    this.hasLeft = isLeaving
    if (isLeaving) this.end(false)
  }

  /** From now on a session that ends is waited for, until the answered function is called. */
  guard(): () => void {
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
      this.over.set(true)
    }
    return this.waiting.promise
  }

  /** @param isBack whether the requests are to be sent again */
  end(isBack: boolean): void {
    this.waiting?.end(isBack)
    this.waiting = undefined
    this.over.set(false)
  }
}

export const expiry = new Expiry()

connection.onExpired = () => expiry.begin()
