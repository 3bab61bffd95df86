import { useCallback, useMemo, useState } from 'react'
import type { RecordData } from '~/api/types'

/** The records chosen in a list; rows that left the list are no longer chosen. */
export function useSelection(rows: readonly RecordData[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const selected = useMemo(() => rows.filter((row) => ids.has(row.id)), [rows, ids])

  const toggle = useCallback(
    (id: string) =>
      setIds((present) => {
        const next = new Set(present)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  const clear = useCallback(() => setIds(new Set()), [])
  const toggleAll = () => setIds(selected.length === rows.length ? new Set() : new Set(rows.map((row) => row.id)))

  return { ids, selected, toggle, toggleAll, clear, all: rows.length > 0 && selected.length === rows.length }
}

export type Selection = ReturnType<typeof useSelection>
