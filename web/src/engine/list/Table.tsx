import { useCallback, useEffect, useRef } from 'react'
import { Checkbox } from 'antd'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useTranslation } from 'react-i18next'
import type { ObjectType } from '~/api/types'
import { useMoreAhead } from '../shared/useMoreAhead'
import { HeaderCell } from './HeaderCell'
import { gridOf, ROW_HEIGHT, type Density } from './layout'
import { Row } from './Row'
import type { Cells } from './useCells'
import type { List } from './useList'
import type { Selection } from './useSelection'

interface TableProps {
  object: ObjectType
  list: List
  selection: Selection
  density: Density
  active: number
  cells: Cells
  onActivate: (index: number) => void
  onBeside: (id: string) => void
}

const HEADER_HEIGHT = 36

/** Whoever only looks at the top is content with the first page; whoever scrolls shall not wait. */
const AHEAD = 0.4
const MOST_AHEAD = 40

/** Only the rows in sight are in the document, however many there are; more are fetched before the end is reached. */
export function Table({ object, list, selection, density, active, cells, onActivate, onBeside }: TableProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, columns, readOnly, query } = list
  const { template, minWidth } = gridOf(columns)
  const { cell, refused, actions } = cells
  const edited = cell?.editing ? rows.findIndex(({ id }) => id === cell.id) : -1
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT[density],
    overscan: 12,
    scrollPaddingStart: HEADER_HEIGHT,
    // What is being typed stays while one scrolls away from it.
    rangeExtractor: useCallback(
      (range: Range) => {
        const inSight = defaultRangeExtractor(range)
        return edited < 0 || inSight.includes(edited) ? inSight : [...inSight, edited]
      },
      [edited],
    ),
  })
  useEffect(() => virtualizer.measure(), [virtualizer, density])
  useEffect(() => {
    if (active >= 0) virtualizer.scrollToIndex(active)
  }, [virtualizer, active])

  // Rows are memoised: what they are given must not be another each time.
  const latest = useRef(onBeside)
  latest.current = onBeside
  const beside = useCallback((id: string) => latest.current(id), [])

  const items = virtualizer.getVirtualItems()
  const last = virtualizer.range?.endIndex ?? -1
  useMoreAhead(query, last, rows.length, Math.min(MOST_AHEAD, rows.length * AHEAD))

  return (
    <div className={`grid ${density}`} ref={scroller} tabIndex={-1} data-stale={query.isPlaceholderData || undefined}>
      <div
        role="table"
        aria-label={object.pluralLabel}
        aria-rowcount={list.count?.exact ? list.count.value + 1 : -1}
        style={{ minWidth }}
      >
        <div role="row" className="head-row" style={{ gridTemplateColumns: template }}>
          <div role="columnheader" className="cell">
            <Checkbox
              aria-label={t('list.selectAll')}
              checked={selection.all}
              indeterminate={!selection.all && selection.selected.length > 0}
              onChange={selection.toggleAll}
            />
          </div>
          {columns.map((column) => (
            <HeaderCell key={column.name} attribute={column} list={list} />
          ))}
        </div>
        <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const record = rows[item.index]
            return (
              record && (
                <Row
                  key={record.id}
                  object={object}
                  record={record}
                  columns={columns}
                  index={item.index}
                  top={item.start}
                  template={template}
                  selected={selection.ids.has(record.id)}
                  active={item.index === active}
                  cell={cell?.id === record.id ? cell : undefined}
                  refused={refused}
                  cells={actions}
                  readOnly={readOnly.has(record.id)}
                  onSelect={selection.toggle}
                  onActivate={onActivate}
                  onBeside={beside}
                />
              )
            )
          })}
        </div>
      </div>
      {query.isFetchingNextPage && (
        <div className="more" role="status">
          {t('state.loading')}
        </div>
      )}
    </div>
  )
}
