import type { Figure } from './figures'
import type { Kind } from './groupings'

/** What every way of drawing is given. */
export interface Drawn {
  figures: readonly Figure[]
  short: (value: number) => string
  /** "68%" */
  percent: (share: number) => string
}

export const colorOf = ({ color }: Figure): string =>
  color && color !== 'jade' ? `var(--bar-${color})` : 'var(--jade)'

/** From the least to the greatest value, nought always among them, so that bars can be held against each other. */
export function rangeOf(figures: readonly Figure[]): { least: number; greatest: number } {
  const values = figures.map(({ value }) => value)
  const least = Math.min(0, ...values)
  const greatest = Math.max(0, ...values)
  // Where all is nought there is still a height to draw it in.
  return { least, greatest: greatest === least ? 1 : greatest }
}

/** As tall as its bars need, in pixels. */
export const heightOf = (kind: Kind, figures: number): number =>
  kind === 'breakdown' ? Math.max(figures * 32 + 12, 120) : kind === 'funnel' ? Math.max(figures * 46 + 4, 140) : 280
