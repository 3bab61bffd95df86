import { onlineManager } from '@tanstack/react-query'
import { connection } from './client'

const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000]
const ALIVE = '/health/live'

let timer: ReturnType<typeof setTimeout> | undefined

async function isThere(): Promise<boolean> {
  try {
    return (await fetch(ALIVE, { cache: 'no-store' })).ok
  } catch {
    return false
  }
}

function ask(attempt: number): void {
  timer = setTimeout(
    async () => {
      timer = undefined
      if (await isThere()) onlineManager.setOnline(true)
      else ask(attempt + 1)
    },
    PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)],
  )
}

/**
 * A server that does not answer is a lost connection, whatever the browser says of its network: what is asked and written
 * waits until it answers again.
 */
export function watchReach(): void {
  connection.onUnreachable = () => {
    if (timer !== undefined) return
    onlineManager.setOnline(false)
    ask(0)
  }
}
