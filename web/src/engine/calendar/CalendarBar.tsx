import { Button, Segmented, Select } from 'antd'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatMonth } from '~/fields/format'
import { SPANS, type Span } from './days'
import type { Calendar } from './useCalendar'

/** Which days are in sight, and by which of their dates records stand on them. */
export function CalendarBar({ calendar }: { calendar: Calendar }) {
  const { t, i18n } = useTranslation()
  const { span, day, days, dates, date, change, go } = calendar
  const title =
    span === 'month'
      ? formatMonth(day, i18n.language)
      : span === 'day'
        ? formatDate(day, i18n.language)
        : `${formatDate(days[0] ?? day, i18n.language)} – ${formatDate(days.at(-1) ?? day, i18n.language)}`
  return (
    <div className="cal-bar" role="group" aria-label={t('calendar.range')}>
      <Button onClick={() => change({ day: undefined })}>{t('home.today')}</Button>
      <Button
        type="text"
        icon={<ChevronLeft size={16} aria-hidden />}
        aria-label={t(`calendar.previous.${span}`)}
        onClick={() => go(-1)}
      />
      <Button
        type="text"
        icon={<ChevronRight size={16} aria-hidden />}
        aria-label={t(`calendar.next.${span}`)}
        onClick={() => go(1)}
      />
      <h2 aria-live="polite">{title}</h2>
      <span className="grow" />
      {dates.length > 1 && (
        <Select
          aria-label={t('calendar.by')}
          value={date.name}
          popupMatchSelectWidth={false}
          options={dates.map(({ name, label }) => ({ value: name, label }))}
          onChange={(group: string) => change({ group })}
        />
      )}
      <Segmented<Span>
        aria-label={t('calendar.span')}
        value={span}
        onChange={(kind) => change({ kind: kind === 'month' ? undefined : kind })}
        options={SPANS.map((value) => ({ value, label: t(`calendar.spans.${value}`) }))}
      />
    </div>
  )
}
