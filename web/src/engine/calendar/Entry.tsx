import { useEffect, useRef } from 'react'
import { Link } from '@tanstack/react-router'
import { useDraggable } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'
import type { Money, RecordData } from '~/api/types'
import { formatClock, formatMoney } from '~/fields/format'
import { titleOf } from '~/fields/reference/options'
import { usePhone } from '~/ui/useMedia'
import { useFresh } from '../live/fresh'
import { plusDays } from './days'
import type { Calendar } from './useCalendar'
import type { Entries } from './useEntries'

/** How far a key moves an entry, in days. */
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The choice that gives an entry its colour: its stage, or the first that has any. */
const colourOf = ({ object, parts }: Calendar, record: RecordData) =>
  [...object.attributes.filter(({ name }) => name === object.board), ...parts.marks]
    .flatMap(({ name, choices }) => choices?.find(({ code }) => code === record[name]) ?? [])
    .find((choice) => choice.color)

interface EntryProps {
  entries: Entries
  record: RecordData
  day: string
}

/** A record on its day: opened beside by a click, moved by dragging it or by Shift and an arrow key. */
export function Entry({ entries, record, day }: EntryProps) {
  const { t, i18n } = useTranslation()
  const phone = usePhone()
  const link = useRef<HTMLAnchorElement>(null)
  const { calendar, carriedByKeys } = entries
  const { object, date, zone, parts, movable } = calendar
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: record.id, data: { record }, disabled: !movable })
  const title = titleOf(record, object.title) || t('record.untitled')
  const color = colourOf(calendar, record)
  const money = parts.amount ? (record[parts.amount.name] as Money | null | undefined) : undefined
  const fresh = useFresh(record.id)
  // An entry that was moved by keys stands in another place of the document now, and goes on being moved.
  useEffect(() => {
    if (carriedByKeys.current !== record.id) return
    carriedByKeys.current = undefined
    link.current?.focus()
  }, [carriedByKeys, record.id])
  return (
    <div
      ref={setNodeRef}
      className={`cal-entry ${color?.color ?? 'slate'}${isDragging ? ' dragged' : ''}${movable ? ' movable' : ''}${fresh ? ' fresh' : ''}`}
      {...listeners}
    >
      <Link
        ref={link}
        to="/$object/$id"
        params={{ object: object.name, id: record.id }}
        draggable={false}
        title={color ? `${title} · ${color.label}` : title}
        aria-keyshortcuts={movable ? 'Shift+ArrowLeft Shift+ArrowRight Shift+ArrowUp Shift+ArrowDown' : undefined}
        onClick={(event) => {
          if (phone || event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          calendar.change({ beside: record.id })
        }}
        onKeyDown={(event) => {
          const step = STEPS[event.key]
          if (!movable || !event.shiftKey || !step) return
          event.preventDefault()
          carriedByKeys.current = record.id
          void entries.reschedule.move(record, plusDays(day, step))
        }}
      >
        {date.type === 'time' && <time>{formatClock(String(record[date.name]), i18n.language, zone)}</time>}
        <span className="ellipsis">{title}</span>
        {calendar.span !== 'month' && money && <em className="num">{formatMoney(money, i18n.language)}</em>}
        {color && <span className="visually-hidden">{color.label}</span>}
      </Link>
    </div>
  )
}
