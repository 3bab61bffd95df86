import { useMemo, useRef } from 'react'
import { useDroppable } from '@dnd-kit/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useTranslation } from 'react-i18next'
import type { Attribute, Choice, ObjectType } from '~/api/types'
import { writeCondition } from '~/fields/operator'
import { Failure, SkeletonRows } from '~/ui/states'
import { narrowed } from '../filter/conditions'
import { useMoreAhead } from '../shared/useMoreAhead'
import { ColumnHead } from './ColumnHead'
import { BoardCard } from './BoardCard'
import { MovableCard } from './MovableCard'
import { MovedCard } from './MovedCard'
import { stagesOf } from '../shared/pipelines'
import { columnOptions } from './queries'
import type { Board } from './useBoard'
import type { Moves } from './useMoves'

export const inColumn = (stage: Attribute, code: string): string =>
  writeCondition({ name: 'is', pattern: '@ == $text', operand: 'choices' }, stage.name, [code])

interface ColumnProps {
  object: ObjectType
  stage: Attribute
  choice: Choice
  board: Board
  moves: Moves
  movable: boolean
  /** Whether the card that is carried may be put here. */
  open: boolean
}

/** The cards of one stage; only those in sight are in the document, and more come before the end is reached. */
export function Column({ object, stage, choice, board, moves, movable, open }: ColumnProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const { setNodeRef, isOver } = useDroppable({ id: choice.code, disabled: !movable || !choice.active || !open })
  const { filter, sort, fields, parts } = board
  const condition = narrowed(filter, inColumn(stage, choice.code))
  const query = useInfiniteQuery(
    columnOptions(object.name, { filter, sort, fields, stage: stage.name, code: choice.code }, condition),
  )
  const arrived = moves.moves.filter((move) => move.to === choice.code)
  const cards = useMemo(() => {
    const away = new Set(moves.moves.map(({ record }) => record.id))
    return query.data?.pages.flatMap((page) => page.items).filter((card) => !away.has(card.id)) ?? []
  }, [query.data, moves.moves])
  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 92,
    gap: 8,
    overscan: 3,
    getItemKey: (index) => cards[index]?.id ?? index,
  })
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useMoreAhead(query, last, cards.length, 10)
  return (
    <section
      ref={setNodeRef}
      className={`column ${choice.color ?? 'slate'}${isOver ? ' over' : ''}${open ? '' : ' closed'}`}
      aria-label={choice.label}
    >
      <ColumnHead choice={choice} totals={board.totalsOf(choice.code)} failed={board.totals.isError} />
      <div className="column-cards" ref={scroller} data-stale={query.isPlaceholderData || undefined}>
        {arrived.map((move) => (
          <MovedCard key={move.record.id} object={object} stage={stage} parts={parts} move={move} moves={moves} />
        ))}
        {query.isError && cards.length === 0 ? (
          <Failure error={query.error} onRetry={() => void query.refetch()} />
        ) : query.isPending ? (
          <SkeletonRows rows={4} />
        ) : cards.length === 0 && arrived.length === 0 ? (
          <p className="column-empty">{t(movable && choice.active && open ? 'board.dropHere' : 'board.none')}</p>
        ) : null}
        <div role="list" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map((item) => {
            const record = cards[item.index]
            if (!record) return null
            return (
              <div
                role="listitem"
                key={item.key}
                data-index={item.index}
                ref={virtualizer.measureElement}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {movable ? (
                  <MovableCard
                    object={object}
                    record={record}
                    parts={parts}
                    code={choice.code}
                    stages={stagesOf(object, stage, (name) => record[name])}
                    onMove={moves.start}
                  />
                ) : (
                  <BoardCard object={object} record={record} parts={parts} />
                )}
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}
