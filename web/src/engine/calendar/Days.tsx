import { useQueries } from '@tanstack/react-query'
import { DndContext, DragOverlay, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { holidaysOptions } from '~/api/company'
import type { RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { formatWeekday } from '~/fields/format'
import { usePhone } from '~/ui/useMedia'
import { MOUSE, TOUCH } from '../shared/carrying'
import { Day } from './Day'
import { MoveQuestion } from './MoveQuestion'
import { useDayDragWords } from './useDayDragWords'
import type { Entries } from './useEntries'

const HOLIDAYS_STALE_MS = 30 * 60_000

function useHolidays(days: readonly string[]) {
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))]
  const answers = useQueries({
    queries: years.map((year) => ({ ...holidaysOptions(year), staleTime: HOLIDAYS_STALE_MS })),
  })
  const all = answers.flatMap(({ data }) => data?.items ?? [])
  return (day: string) => all.find((holiday) => holiday.day === day)
}

/** The days in sight: a grid of weeks, or one under the other where there is room for one column only. */
export function Days({ entries }: { entries: Entries }) {
  const { t, i18n } = useTranslation()
  const phone = usePhone()
  const [carried, setCarried] = useState<RecordData>()
  const { calendar, reschedule } = entries
  const { object, days, span, today } = calendar
  const holidayOf = useHolidays(days)
  const accessibility = useDayDragWords(object)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: MOUSE }),
    useSensor(TouchSensor, { activationConstraint: TOUCH }),
  )
  const month = calendar.day.slice(0, 7)
  const agenda = phone && span !== 'day'
  const listed = agenda
    ? days.filter((day) => (span === 'week' || day.startsWith(month)) && (day === today || calendar.countOn(day) > 0))
    : days
  return (
    <DndContext
      sensors={sensors}
      accessibility={accessibility}
      onDragStart={({ active }) => setCarried((active.data.current as { record: RecordData }).record)}
      onDragCancel={() => setCarried(undefined)}
      onDragEnd={({ over }) => {
        setCarried(undefined)
        if (carried && over) void reschedule.move(carried, String(over.id))
      }}
    >
      <div
        className={`calendar ${agenda ? 'agenda' : span}`}
        data-stale={calendar.query.isPlaceholderData || undefined}
      >
        {!agenda &&
          span !== 'day' &&
          days.slice(0, 7).map((day) => (
            <span key={day} className="cal-weekday" aria-hidden>
              {formatWeekday(day, i18n.language)}
            </span>
          ))}
        {listed.map((day) => (
          <Day key={day} entries={entries} day={day} holiday={holidayOf(day)} alone={agenda || span === 'day'} />
        ))}
        {listed.length === 0 && <p className="nothing">{t('calendar.nothing')}</p>}
      </div>
      <DragOverlay dropAnimation={null}>
        {carried && <div className="cal-entry carried">{titleOf(carried, object.title)}</div>}
      </DragOverlay>
      <MoveQuestion entries={entries} />
    </DndContext>
  )
}
