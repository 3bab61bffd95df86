import { useEffect, useRef } from 'react'

const TYPED_INTO =
  'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="dialog"], [role="menu"], [aria-modal="true"]'

type Handlers = Record<string, () => void>

/** Whether a key press belongs to a control or a dialog rather than to the page. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  return (
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    Boolean(target?.closest(TYPED_INTO)) ||
    document.querySelector('[aria-modal="true"]:not([style*="display: none"])') !== null
  )
}

/** Single keys of a page, by `KeyboardEvent.key`; silent while somebody types or a dialog is open. */
export function useKeys(handlers: Handlers): void {
  const latest = useRef(handlers)
  latest.current = handlers
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const handler = latest.current[event.key]
      if (!handler || isTaken(event)) return
      // Enter on a focused link or button already means that link or button.
      if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('a, button')) return
      event.preventDefault()
      handler()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
