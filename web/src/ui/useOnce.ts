import { useMemo, useRef } from 'react'

/**
 * Begins something once: a second click may come before the first has rendered the button as busy, or while what was clicked in is
 * going away.
 */
export function useOnce() {
  const begun = useRef(false)
  return useMemo(
    () => ({
      /** Whether it is for this click to begin. */
      begin: () => {
        const first = !begun.current
        begun.current = true
        return first
      },
      /** The next click may begin again. */
      again: () => {
        begun.current = false
      },
    }),
    [],
  )
}
