import { useEffect, useRef } from 'react'
import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { filesOf } from '~/api/files'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { fieldType } from '~/fields/registry'
import { Value } from '~/fields/Value'
import { CellEditor } from './CellEditor'
import { isCellEditable } from './editable'
import type { Cell, CellActions, Refused } from './useCells'

interface ListCellProps {
  object: ObjectType
  record: RecordData
  attribute: Attribute
  /** The active cell where it is this one. */
  cell: Cell | undefined
  refused: Refused | undefined
  cells: CellActions
  /** The record may not be changed. */
  readOnly: boolean
}

/** One value in a row, edited where it stands where the reader may. */
export function ListCell({ object, record, attribute, cell, refused, cells, readOnly }: ListCellProps) {
  const { t } = useTranslation()
  const place = { id: record.id, name: attribute.name }
  const element = useRef<HTMLDivElement>(null)
  const editable = !readOnly && isCellEditable(object, attribute)
  const editing = editable && cell?.editing === true
  const isActive = cell !== undefined && !editing
  useEffect(() => {
    if (isActive) element.current?.focus()
  }, [isActive])
  const marks = [
    fieldType(attribute).align === 'end' && 'end',
    editable && 'editable',
    editing && 'editing',
    refused && 'refused',
  ]
  return (
    <div
      ref={element}
      role="cell"
      className={['cell', ...marks].filter(Boolean).join(' ')}
      tabIndex={cell ? -1 : undefined}
      aria-keyshortcuts={editable && cell ? 'Enter F2' : undefined}
      onBlur={
        isActive
          ? ({ currentTarget, relatedTarget }) => {
              if (!currentTarget.contains(relatedTarget)) cells.leave(place, true)
            }
          : undefined
      }
      onDoubleClick={editable && !editing ? () => cells.edit(place) : undefined}
    >
      {editing ? (
        <CellEditor
          // What was refused is edited anew, with the reason beside it.
          key={refused ? 'refused' : 'new'}
          object={object}
          record={record}
          attribute={attribute}
          refused={refused}
          cells={cells}
        />
      ) : (
        <Value attribute={attribute} value={record[attribute.name]} dense of={filesOf(object.name, record)} />
      )}
      {refused && !editing && (
        <button type="button" className="plain" onClick={() => cells.edit(place)}>
          <CircleAlert size={14} role="img" aria-label={t('edit.refused', { label: attribute.label })} />
        </button>
      )}
    </div>
  )
}
