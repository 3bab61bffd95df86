const EVERY_MS = 10 * 60_000

type Notify = () => void

const scriptOf = (page: Document): string | null =>
  page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null

/** Whether the server has another console by now than the one that runs here. */
class Version {
  private stale = false
  private readonly listeners = new Set<Notify>()
  private readonly own = typeof document === 'undefined' ? null : scriptOf(document)

  subscribe = (notify: Notify): Notify => {
    this.listeners.add(notify)
    return () => this.listeners.delete(notify)
  }

  snapshot = (): boolean => this.stale

  /** A part of the console that is there no more belongs to an older one. */
  found(): void {
    if (this.stale) return
    this.stale = true
    this.listeners.forEach((notify) => notify())
  }

  private async ask(): Promise<void> {
    if (this.stale || document.visibilityState !== 'visible') return
    try {
      const answer = await fetch('/', { cache: 'no-cache', headers: { Accept: 'text/html' } })
      if (!answer.ok) return
      const script = scriptOf(new DOMParser().parseFromString(await answer.text(), 'text/html'))
      if (script && script !== this.own) this.found()
    } catch {
      // A server that does not answer is told of elsewhere.
    }
  }

  /** Asks now and then, and whenever somebody comes back to the page. */
  watch(): Notify {
    const ask = () => void this.ask()
    const found = () => this.found()
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
