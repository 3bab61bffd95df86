import { Dropdown } from 'antd'
import { useDraggable } from '@dnd-kit/core'
import { ArrowRightLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Choice, ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { BoardCard } from './BoardCard'
import type { CardParts } from './card'

/** What a dragged card carries. */
export interface Carried {
  record: RecordData
  from: string
}

interface MovableCardProps {
  object: ObjectType
  record: RecordData
  parts: CardParts
  code: string
  /** Where it may be moved to. */
  stages: readonly Choice[]
  onMove: (record: RecordData, from: string, to: string) => void
}

/** A card that can be dragged, and moved by a menu where one cannot drag. */
export function MovableCard({ object, record, parts, code, stages, onMove }: MovableCardProps) {
  const { t } = useTranslation()
  const carried: Carried = { record, from: code }
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: record.id, data: carried })
  const title = titleOf(record, object.title) || t('record.untitled')
  const items = stages
    .filter((choice) => choice.active && choice.code !== code)
    .map((choice) => ({
      key: choice.code,
      label: choice.label,
      icon: <i className={`dot ${choice.color ?? 'slate'}`} aria-hidden />,
      onClick: () => onMove(record, code, choice.code),
    }))
  return (
    <div ref={setNodeRef} className={isDragging ? 'movable dragged' : 'movable'} {...listeners}>
      <BoardCard object={object} record={record} parts={parts}>
        <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight" autoFocus>
          <button
            type="button"
            className="plain move"
            aria-label={t('board.move', { title })}
            title={t('board.moveShort')}
            // A press on the button is no beginning of a drag.
            onMouseDown={(event) => event.stopPropagation()}
            onTouchStart={(event) => event.stopPropagation()}
          >
            <ArrowRightLeft size={14} aria-hidden />
          </button>
        </Dropdown>
      </BoardCard>
    </div>
  )
}
