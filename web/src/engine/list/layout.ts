import type { Attribute } from '~/api/types'
import { fieldType } from '~/fields/registry'

export type Density = 'regular' | 'compact'

export const ROW_HEIGHT: Record<Density, number> = { regular: 40, compact: 32 }
const CHECK_WIDTH = 44
const TITLE_WIDTH = 240

function least(attribute: Attribute, isTitle: boolean): number {
  if (isTitle) return TITLE_WIDTH
  const { width } = fieldType(attribute)
  return typeof width === 'function' ? width(attribute) : width
}

/** One grid for the header and every row: fixed least widths, so that rows need not be measured. */
export function gridOf(columns: readonly Attribute[]): { template: string; minWidth: number } {
  const tracks = columns.map(
    (column, index) => `minmax(${least(column, index === 0)}px, ${index === 0 ? '2fr' : '1fr'})`,
  )
  const minWidth = columns.reduce((sum, column, index) => sum + least(column, index === 0), CHECK_WIDTH)
  return { template: `${CHECK_WIDTH}px ${tracks.join(' ')}`, minWidth }
}
