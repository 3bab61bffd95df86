import type { Cells } from './useCells'

/**
 * The keys of cells, over those of rows: right and left choose a cell of the active row, and with one chosen up and down go
 * from row to row, Enter and F2 edit, Escape goes back to the row.
 *
 * @param go makes another row the active one, counted from this
 */
export function useCellKeys(
  { cell, editable, actions, move, clear }: Cells,
  id: string | undefined,
  go: (by: number) => void,
) {
  if (!id) return {}
  const begin = () => {
    const name = cell?.name ?? editable[0]
    if (name) actions.edit({ id, name })
  }
  return {
    F2: begin,
    ArrowRight: () => move(id, 1),
    ArrowLeft: () => move(id, -1),
    ...(cell && {
      ArrowDown: () => go(1),
      ArrowUp: () => go(-1),
      Enter: begin,
      Escape: clear,
    }),
  }
}
