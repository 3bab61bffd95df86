import { createContext, use } from 'react'

/** A part of a page that is only shown: nothing in it takes the focus by itself. */
export const QuietPlace = createContext(false)

/** Whether what wants the focus when it appears may have it here. */
export const useAutoFocus = (wanted: boolean | undefined): boolean => !use(QuietPlace) && Boolean(wanted)
