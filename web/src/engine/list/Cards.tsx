import { useRef } from 'react'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useTranslation } from 'react-i18next'
import { filesOf } from '~/api/files'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { isEmpty } from '~/fields/registry'
import { Value } from '~/fields/Value'
import { useFresh } from '../live/fresh'
import { useShown } from '../shared/edits'
import { useMoreAhead } from '../shared/useMoreAhead'
import type { List } from './useList'
import type { Selection } from './useSelection'

const SHOWN = 5

interface CardProps {
  object: ObjectType
  record: RecordData
  columns: readonly Attribute[]
  selected: boolean
  onSelect: (id: string) => void
}

function Card({ object, record: stored, columns, selected, onSelect }: CardProps) {
  const { t } = useTranslation()
  const record = useShown(stored)
  const of = filesOf(object.name, record)
  const title = titleOf(record, object.title) || t('record.untitled')
  const filled = columns
    .slice(1)
    .filter((column) => !isEmpty(record[column.name]))
    .slice(0, SHOWN)
  const marks = filled.filter((column) => column.choices)
  const facts = filled.filter((column) => !column.choices)
  return (
    <article className={useFresh(record.id) ? 'card record-card fresh' : 'card record-card'}>
      <h2>
        <Link to="/$object/$id" params={{ object: object.name, id: record.id }}>
          {title}
        </Link>
      </h2>
      <Checkbox
        className="card-check"
        aria-label={t('list.select', { title })}
        checked={selected}
        onChange={() => onSelect(record.id)}
      />
      {marks.length > 0 && (
        <div className="marks">
          {marks.map((column) => (
            <Value key={column.name} attribute={column} value={record[column.name]} dense of={of} />
          ))}
        </div>
      )}
      <dl>
        {facts.map((column) => (
          <div key={column.name}>
            <dt>{column.label}</dt>
            <dd>
              <Value attribute={column} value={record[column.name]} dense of={of} />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

/** The list on a phone: one card below the other. */
export function Cards({ object, list, selection }: { object: ObjectType; list: List; selection: Selection }) {
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, columns, query } = list
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 124,
    gap: 10,
    overscan: 6,
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useMoreAhead(query, last, rows.length, 10)
  return (
    <div className="cards" ref={scroller}>
      <div
        role="list"
        aria-label={object.pluralLabel}
        style={{ height: virtualizer.getTotalSize(), position: 'relative' }}
      >
        {items.map((item) => {
          const record = rows[item.index]
          return (
            record && (
              <div
                role="listitem"
                key={item.key}
                data-index={item.index}
                ref={virtualizer.measureElement}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <Card
                  object={object}
                  record={record}
                  columns={columns}
                  selected={selection.ids.has(record.id)}
                  onSelect={selection.toggle}
                />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}
