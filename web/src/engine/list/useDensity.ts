import { useState } from 'react'
import type { Density } from './layout'

const DENSITY = 'keyuan.density'

/** How close the rows stand, as somebody last chose it. */
export function useDensity(): [Density, () => void] {
  const [density, setDensity] = useState<Density>(() =>
    localStorage.getItem(DENSITY) === 'compact' ? 'compact' : 'regular',
  )
  const toggle = () => {
    const next = density === 'compact' ? 'regular' : 'compact'
    localStorage.setItem(DENSITY, next)
    setDensity(next)
  }
  return [density, toggle]
}
