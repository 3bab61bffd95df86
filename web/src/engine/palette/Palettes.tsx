import { createContext, Suspense, use, useEffect, useState, type ReactNode } from 'react'
import { later } from '~/ui/later'
import { useKeys } from '../shared/useKeys'

const Palette = later(async () => (await import('./Palette')).Palette)
const KeysHelp = later(async () => (await import('./KeysHelp')).KeysHelp)

const Context = createContext({ search: () => {}, keys: () => {} })

export const usePalette = (): (() => void) => use(Context).search

/** Opens the list of keys. */
export const useKeysHelp = (): (() => void) => use(Context).keys

/** The search box over every page, and the list of keys. */
export function PaletteProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const [help, setHelp] = useState(false)
  const [show] = useState(() => ({ search: () => setOpen(true), keys: () => setHelp(true) }))

  useKeys({ '/': show.search, '?': show.keys })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setOpen((present) => !present)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])

  return (
    <Context value={show}>
      {children}
      <Suspense>
        {open && <Palette onClose={() => setOpen(false)} />}
        {help && <KeysHelp onClose={() => setHelp(false)} />}
      </Suspense>
    </Context>
  )
}
