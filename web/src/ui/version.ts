import { Flag } from '~/api/flag'

const EVERY_MS = 10 * 60_000
/** Whoever goes to and fro between windows need not ask each time. */
const AT_MOST_EVERY_MS = 60_000

const scriptOf = (page: Document): string | null =>
  page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null

/** Whether the server has another console by now than the one that runs here. */
class Version {
  readonly stale = new Flag()
  private readonly own = typeof document === 'undefined' ? null : scriptOf(document)
  private askedAt = -Infinity

  private async ask(): Promise<void> {
    const tooSoon = performance.now() - this.askedAt < AT_MOST_EVERY_MS
    if (tooSoon || this.stale.snapshot() || document.visibilityState !== 'visible') return
    this.askedAt = performance.now()
    try {
      const answer = await fetch('/', { cache: 'no-cache', headers: { Accept: 'text/html' } })
      if (!answer.ok) return
      const script = scriptOf(new DOMParser().parseFromString(await answer.text(), 'text/html'))
      if (script && script !== this.own) this.stale.set(true)
    } catch {
      // A server that does not answer is told of elsewhere.
    }
  }

  /** Asks now and then, and when somebody comes back to the page. A part that is there no more belongs to an older console. */
  watch(): () => void {
    const ask = () => void this.ask()
    const found = () => this.stale.set(true)
    const timer = setInterval(ask, EVERY_MS)
    document.addEventListener('visibilitychange', ask)
    addEventListener('vite:preloadError', found)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
      removeEventListener('vite:preloadError', found)
    }
  }
}

export const version = new Version()
