import type { RecordData } from '~/api/types'
import { useListAddress } from './useList'

/** The record that is open beside the list; moving through the list moves it along. */
export function useBeside(rows: readonly RecordData[], setActive: (index: number) => void) {
  const { address, change } = useListAddress()
  const { beside } = address
  const openBeside = (id: string | undefined) => {
    const index = rows.findIndex((row) => row.id === id)
    if (index >= 0) setActive(index)
    change({ beside: id }, beside !== undefined)
  }
  const goTo = (index: number) => {
    setActive(index)
    const row = rows[index]
    if (beside && row) change({ beside: row.id }, true)
  }
  return { beside, openBeside, goTo }
}
