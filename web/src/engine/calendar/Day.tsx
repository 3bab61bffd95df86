import type { MouseEvent } from 'react'
import { Link } from '@tanstack/react-router'
import { useDroppable } from '@dnd-kit/core'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Holiday } from '~/api/company'
import { formatDate, formatNumber, formatToday } from '~/fields/format'
import type { Span } from './days'
import { Entry } from './Entry'
import { onTheDay } from './queries'
import type { Entries } from './useEntries'

/** How many entries a day shows before the rest is a number; the day that is alone in sight shows all that have come. */
const SHOWN: Record<Span, number> = { month: 3, week: 12, day: Infinity }

interface DayProps {
  entries: Entries
  day: string
  holiday?: Holiday
  /** In a row of its own, as on a phone. */
  alone?: boolean
}

/** One day: what stands on it, whether it is a holiday, and a way to put something there. */
export function Day({ entries, day, holiday, alone }: DayProps) {
  const { t, i18n } = useTranslation()
  const { calendar, create } = entries
  const { object, date, span, today, movable } = calendar
  const { setNodeRef, isOver } = useDroppable({ id: day, disabled: !movable })
  const records = calendar.recordsOn(day)
  const shown = records.slice(0, alone ? SHOWN.week : SHOWN[span])
  const rest = calendar.countOn(day) - shown.length
  const words = formatDate(day, i18n.language)
  const marks = [
    day === today && 'today',
    span === 'month' && !alone && day.slice(0, 7) !== calendar.day.slice(0, 7) && 'other',
    holiday && (holiday.worked ? 'worked' : 'free'),
    isOver && 'over',
  ]
  const onBlank = (event: MouseEvent) => {
    if (!(event.target instanceof Element && event.target.closest('a, button'))) create(day)
  }
  return (
    <section
      ref={setNodeRef}
      className={['cal-day', ...marks.filter(Boolean)].join(' ')}
      data-day={day}
      aria-label={holiday ? `${words} ${holiday.name}` : words}
      aria-current={day === today ? 'date' : undefined}
      onClick={onBlank}
    >
      <header>
        <button
          type="button"
          className="plain num"
          aria-label={alone ? undefined : words}
          onClick={() => calendar.change({ day, kind: 'day' })}
        >
          {alone ? formatToday(new Date(`${day}T12:00:00`), i18n.language) : Number(day.slice(8))}
        </button>
        {holiday && (
          <span className="ellipsis" title={holiday.name}>
            {holiday.worked ? t('calendar.worked') : holiday.name}
          </span>
        )}
        {object.rights.create && (
          <button
            type="button"
            className="plain add"
            aria-label={t('calendar.createOn', { label: object.label, day: words })}
            onClick={() => create(day)}
          >
            <Plus size={14} aria-hidden />
          </button>
        )}
      </header>
      {shown.map((record) => (
        <Entry key={record.id} entries={entries} record={record} day={day} />
      ))}
      {rest > 0 && (
        <Link
          className="cal-more"
          to="/$object"
          params={{ object: object.name }}
          search={{ filter: onTheDay(date, calendar.filter, day) }}
          aria-label={t('calendar.moreOn', { count: rest, day: words })}
        >
          +{formatNumber(rest, i18n.language)}
        </Link>
      )}
    </section>
  )
}
