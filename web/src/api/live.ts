export interface ChangedRecord {
  id: string
  version: number
  by?: string
  /** The records it belongs to, as far as the reader may know. */
  of?: readonly string[]
}

/** What a colleague, or another window of the same person, has changed. */
export interface Change {
  object: string
  /** Which ones, as they are now, and who changed them last. */
  records?: readonly ChangedRecord[]
  /** Too many to name. */
  many?: true
}

export interface Listener {
  onChanges: (changes: readonly Change[]) => void
  /** The person was told something, or has read something elsewhere. */
  onNotifications: () => void
  /** Somebody has set up objects, fields or choices. */
  onSettled: () => void
  /** There may have been changes nobody told of. */
  onMissed: () => void
  /** Nobody is signed in any more. */
  onEnd: () => void
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 60_000

/**
 * How long to wait before the next attempt, the longer the more have failed. Spread at random: all windows lose a server that
 * stops at the same moment, and must not come back in one.
 */
export const pauseAfter = (failures: number, random = Math.random()): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1), LONGEST_PAUSE_MS) * (0.5 + random / 2)

/**
 * Hears what changes until the answered function is called; comes back by itself when the connection breaks.
 *
 * @param age how many milliseconds ago the oldest of what is shown may have been read; what has happened since is heard as well
 */
export function listen(listener: Listener, age: () => number): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let wasOpen = false

  const stop = () => {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }
  const connect = () => {
    const opened = new EventSource(wasOpen ? '/api/v1/live' : `/api/v1/live?age=${age()}`)
    source = opened
    opened.onopen = () => {
      failures = 0
      if (wasOpen) listener.onMissed()
      wasOpen = true
    }
    opened.onerror = () => {
      opened.close()
      failures += 1
      timer = setTimeout(connect, pauseAfter(failures))
    }
    opened.addEventListener('changed', ({ data }) =>
      listener.onChanges((JSON.parse(data as string) as { changes: Change[] }).changes),
    )
    opened.addEventListener('notifications', listener.onNotifications)
    opened.addEventListener('metadata', listener.onSettled)
    opened.addEventListener('missed', listener.onMissed)
    opened.addEventListener('end', () => {
      stop()
      listener.onEnd()
    })
  }
  connect()
  return stop
}
