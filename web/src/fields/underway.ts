import { createContext, use, useCallback, useState } from 'react'

type Tell = (id: string, underway: boolean) => void

/** Where a form hears of what its fields are still waiting for, such as a file that is being sent. */
export const UnderwayPlace = createContext<Tell>(() => {})

/** Whether the form around is only tried: nothing is sent from it. */
export const TriedForm = createContext(false)

/** Tells the form around; of no consequence where nothing waits for it. */
export const useUnderway = (): Tell => use(UnderwayPlace)

/** Whether anything is on its way, and how fields tell so. */
export function useWaiting(): readonly [boolean, Tell] {
  const [ids, setIds] = useState<readonly string[]>([])
  const tell = useCallback<Tell>(
    (id, underway) =>
      setIds((known) =>
        known.includes(id) === underway ? known : underway ? [...known, id] : known.filter((each) => each !== id),
      ),
    [],
  )
  return [ids.length > 0, tell]
}
