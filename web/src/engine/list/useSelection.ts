import { useCallback, useMemo, useState } from 'react'
import type { RecordData } from '~/api/types'

/**
 * The records chosen in a list; rows that left the list are no longer chosen. The whole list is chosen by its filter, with
 * what has not been loaded, and no more once it is filtered otherwise.
 */
export function useSelection(rows: readonly RecordData[], filter: string) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [wholeOf, setWholeOf] = useState<string>()
  const whole = wholeOf === filter && rows.length > 0
  const selected = useMemo(() => rows.filter((row) => ids.has(row.id)), [rows, ids])

  const toggle = useCallback((id: string) => {
    setWholeOf(undefined)
    setIds((present) => {
      const next = new Set(present)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const clear = useCallback(() => {
    setWholeOf(undefined)
    setIds(new Set())
  }, [])
  const takeWhole = () => setWholeOf(filter)
  const toggleAll = () => {
    setWholeOf(undefined)
    setIds(selected.length === rows.length ? new Set() : new Set(rows.map((row) => row.id)))
  }

  return {
    ids,
    selected,
    whole,
    toggle,
    toggleAll,
    takeWhole,
    clear,
    all: rows.length > 0 && selected.length === rows.length,
  }
}

export type Selection = ReturnType<typeof useSelection>
