import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Mode } from './theme'
import { useMedia } from './useMedia'

export type Preference = Mode | 'system'

const STORED = 'keyuan.theme'

interface ThemeMode {
  mode: Mode
  preference: Preference
  setPreference: (preference: Preference) => void
}

const Context = createContext<ThemeMode | null>(null)

export const storedPreference = (): Preference => {
  const stored = localStorage.getItem(STORED)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

export function ThemeModeProvider({ children }: { children: ReactNode }) {
  const [preference, setState] = useState<Preference>(storedPreference)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const mode: Mode = preference === 'system' ? (systemDark ? 'dark' : 'light') : preference

  useEffect(() => {
    document.documentElement.dataset.theme = mode
  }, [mode])

  const value = useMemo<ThemeMode>(
    () => ({
      mode,
      preference,
      setPreference: (next) => {
        localStorage.setItem(STORED, next)
        setState(next)
      },
    }),
    [mode, preference],
  )
  return <Context value={value}>{children}</Context>
}

export function useThemeMode(): ThemeMode {
  const value = use(Context)
  if (!value) throw new Error('useThemeMode outside of ThemeModeProvider')
  return value
}
