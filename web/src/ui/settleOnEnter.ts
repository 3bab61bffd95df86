import type { KeyboardEvent } from 'react'

/** In a date picker Enter settles the day that was typed; a form around it is not sent by that. */
export function settleOnEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault()
}
