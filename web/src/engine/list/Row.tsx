import { memo } from 'react'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { PanelRightOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { useFresh } from '../live/fresh'
import { useShown } from '../shared/edits'
import { ListCell } from './ListCell'
import type { Cell, CellActions, Refused } from './useCells'

interface RowProps {
  object: ObjectType
  record: RecordData
  columns: readonly Attribute[]
  index: number
  top: number
  template: string
  selected: boolean
  active: boolean
  /** The active cell where it is in this row. */
  cell: Cell | undefined
  refused: ReadonlyMap<string, Refused>
  cells: CellActions
  /** It may not be changed. */
  readOnly: boolean
  onSelect: (id: string) => void
  onActivate: (index: number) => void
  onBeside: (id: string) => void
}

const classOf = (selected: boolean, active: boolean, fresh: boolean): string =>
  `row${selected ? ' selected' : ''}${active ? ' active' : ''}${fresh ? ' fresh' : ''}`

/** Memoised, because scrolling renders the table for every row that comes into sight. */
export const Row = memo(function Row({
  object,
  record: stored,
  columns,
  index,
  top,
  template,
  selected,
  active,
  cell,
  refused,
  cells,
  readOnly,
  onSelect,
  onActivate,
  onBeside,
}: RowProps) {
  const { t } = useTranslation()
  const record = useShown(stored)
  const title = titleOf(record, object.title) || t('record.untitled')
  const fresh = useFresh(record.id)
  const [, ...others] = columns
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classOf(selected, active, fresh)}
      onClick={() => onActivate(index)}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
    >
      <div role="cell" className="cell">
        <Checkbox aria-label={t('list.select', { title })} checked={selected} onChange={() => onSelect(record.id)} />
      </div>
      <div role="rowheader" className="cell title">
        <Link to="/$object/$id" params={{ object: object.name, id: record.id }} title={title}>
          {title}
        </Link>
        <button
          type="button"
          className="open-beside"
          aria-label={t('beside.open', { title })}
          title={t('beside.openShort')}
          onClick={() => onBeside(record.id)}
        >
          <PanelRightOpen size={15} aria-hidden />
        </button>
      </div>
      {others.map((column) => (
        <ListCell
          key={column.name}
          object={object}
          record={record}
          attribute={column}
          cell={cell?.name === column.name ? cell : undefined}
          refused={refused.get(`${record.id} ${column.name}`)}
          cells={cells}
          readOnly={readOnly}
        />
      ))}
    </div>
  )
})
