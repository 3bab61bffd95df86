import { useCallback, useMemo, useRef, useState } from 'react'
import type { Problem } from '~/api/problem'
import type { ObjectType, RecordData } from '~/api/types'
import { useEdits } from '../shared/edits'
import { useLateRefusal } from '../shared/useLateRefusal'
import { isCellEditable, nextCell, type CellPlace } from './editable'
import type { List } from './useList'

type Values = Record<string, unknown>
type Versioned = Pick<RecordData, 'id' | 'version'>

export interface Cell extends CellPlace {
  editing: boolean
}

/** What was typed into a cell and refused. */
export interface Refused {
  values: Values
  problem: Problem
}

/** What cells can ask for; the same as long as the list is there, because rows are memoised. */
export interface CellActions {
  edit: (place: CellPlace) => void
  /** Ends editing; the cell stays the active one unless one has gone elsewhere. */
  leave: (place: CellPlace, elsewhere?: boolean) => void
  /** On to the next cell that can be edited, or back. */
  step: (place: CellPlace, by: 1 | -1) => void
  save: (record: Versioned, name: string, values: Values) => void
  forget: (place: CellPlace) => void
}

const keyOf = ({ id, name }: CellPlace) => `${id} ${name}`

/** Which cell of a list is the active one, whether it is being edited, and what was refused. */
export function useCells(object: ObjectType, { rows, columns, readOnly }: Pick<List, 'rows' | 'columns' | 'readOnly'>) {
  const [cell, setCell] = useState<Cell>()
  const [refused, setRefused] = useState<ReadonlyMap<string, Refused>>(new Map())
  const send = useEdits(object)
  const tellIfLeft = useLateRefusal(object)
  const editable = useMemo(
    () => columns.filter((column) => isCellEditable(object, column)).map(({ name }) => name),
    [object, columns],
  )

  const forget = (place: CellPlace) =>
    setRefused((present) => new Map([...present].filter(([key]) => key !== keyOf(place))))
  const save = async (record: Versioned, name: string, values: Values) => {
    const place = { id: record.id, name }
    forget(place)
    const { problem } = await send(record, values)
    if (!problem) return
    tellIfLeft(problem)
    setRefused((present) => new Map(present).set(keyOf(place), { values, problem }))
    // Whoever types elsewhere already is not interrupted; the cell says that it was refused.
    setCell((present) => (present?.editing && keyOf(present) !== keyOf(place) ? present : { ...place, editing: true }))
  }
  const edit = (place: CellPlace) => {
    if (editable.includes(place.name) && !readOnly.has(place.id)) setCell({ ...place, editing: true })
  }
  const leave = (place: CellPlace, elsewhere = false) =>
    setCell((present) =>
      present && keyOf(present) === keyOf(place) ? (elsewhere ? undefined : { ...place, editing: false }) : present,
    )
  const step = (place: CellPlace, by: 1 | -1) => {
    const changeable = rows.filter(({ id }) => !readOnly.has(id))
    const next = nextCell(changeable, editable, place, by)
    setCell(next ? { ...next, editing: true } : { ...place, editing: false })
  }

  const latest = useRef<CellActions>({ edit, leave, step, save, forget })
  latest.current = { edit, leave, step, save: (...edited) => void save(...edited), forget }
  const actions = useMemo<CellActions>(
    () => ({
      edit: (place) => latest.current.edit(place),
      leave: (place, elsewhere) => latest.current.leave(place, elsewhere),
      step: (place, by) => latest.current.step(place, by),
      save: (record, name, values) => latest.current.save(record, name, values),
      forget: (place) => latest.current.forget(place),
    }),
    [],
  )
  /** Moves the active cell within its row, beginning with the first or last one. */
  const move = useCallback(
    (id: string, by: 1 | -1) =>
      setCell((present) => {
        const names = columns.slice(1).map(({ name }) => name)
        const at = present?.id === id ? names.indexOf(present.name) : by > 0 ? -1 : names.length
        const name = names[Math.min(Math.max(at + by, 0), names.length - 1)]
        return name === undefined ? present : { id, name, editing: false }
      }),
    [columns],
  )
  /** The chosen cell goes along to another row. */
  const follow = (id: string | undefined) =>
    setCell((present) => (present && id ? { id, name: present.name, editing: false } : undefined))
  return { cell, refused, editable, actions, move, follow, clear: () => setCell(undefined) }
}

export type Cells = ReturnType<typeof useCells>
