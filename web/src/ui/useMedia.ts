import { createContext, use, useSyncExternalStore } from 'react'

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const media = matchMedia(query)
      media.addEventListener('change', notify)
      return () => media.removeEventListener('change', notify)
    },
    () => matchMedia(query).matches,
  )
}

/** A part of a wide screen that is as narrow as a phone. */
export const NarrowPlace = createContext(false)

/** Whether there is room for one column only. */
export const usePhone = (): boolean => {
  const narrow = useMedia('(max-width: 768px)')
  return use(NarrowPlace) || narrow
}
