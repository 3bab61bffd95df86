import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { holidaysOptions, useChangeHolidays, type Holiday, type HolidayChange } from '~/api/company'
import { asProblem } from '~/api/problem'
import { formatDate } from '~/fields/format'
import { Failure, SkeletonRows } from '~/ui/states'
import { NewHoliday } from './NewHoliday'
import { PasteHolidays } from './PasteHolidays'

function Row({ holiday, onRemove }: { holiday: Holiday; onRemove: () => void }) {
  const { t, i18n } = useTranslation()
  const day = formatDate(holiday.day, i18n.language)
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' }).format(
    Date.parse(`${holiday.day}T00:00:00Z`),
  )
  return (
    <li className="item">
      <span className="num">{day}</span>
      <span className="sub">{weekday}</span>
      <span className="grow ellipsis" title={holiday.name}>
        {holiday.name}
      </span>
      <span className={holiday.worked ? 'pill ochre' : 'pill jade'}>
        {t(holiday.worked ? 'settings.worked' : 'settings.free')}
      </span>
      <Button
        type="text"
        size="small"
        icon={<X size={14} />}
        aria-label={t('settings.removeHoliday', { day })}
        onClick={onRemove}
      />
    </li>
  )
}

/** The days of a year that are not as their weekdays. */
export function Holidays() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [year, setYear] = useState(() => new Date().getFullYear())
  const { data, error, refetch } = useQuery(holidaysOptions(year))
  const change = useChangeHolidays()
  const apply = (what: HolidayChange, done?: () => void) =>
    change.mutate(what, {
      onSuccess: (answer) => {
        if (answer) void message.success(t('settings.holidaysSaved', { count: answer.saved }))
        done?.()
      },
      onError: (failure) => {
        const problem = asProblem(failure)
        void message.error(problem.errors[0]?.message ?? (problem.message || t('state.failed')))
      },
    })
  return (
    <section className="card" aria-label={t('settings.holidays')}>
      <header className="holidays-head">
        <h2>{t('settings.holidays')}</h2>
        <Button
          type="text"
          size="small"
          icon={<ChevronLeft size={16} />}
          aria-label={t('settings.yearBefore')}
          onClick={() => setYear(year - 1)}
        />
        <b className="num">{year}</b>
        <Button
          type="text"
          size="small"
          icon={<ChevronRight size={16} />}
          aria-label={t('settings.yearAfter')}
          onClick={() => setYear(year + 1)}
        />
        <span className="grow" />
        {data?.offered.map(({ calendar, complete, days }) => (
          <Button
            key={calendar}
            size="small"
            loading={change.isPending}
            title={complete ? undefined : t('settings.incomplete')}
            onClick={() => apply({ adopt: calendar })}
          >
            {t(complete ? 'settings.adoptChina' : 'settings.adoptChinaStatutory', { year, days })}
          </Button>
        ))}
        <PasteHolidays pending={change.isPending} onPaste={(text, done) => apply({ paste: text }, done)} />
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={4} />
      ) : (
        <>
          {data.items.length === 0 && <p className="nothing">{t('settings.noHolidays', { year })}</p>}
          <ul className="holidays">
            {data.items.map((holiday) => (
              <Row key={holiday.day} holiday={holiday} onRemove={() => apply({ remove: holiday.day })} />
            ))}
          </ul>
          <NewHoliday key={year} year={year} onAdd={(holiday, done) => apply({ days: [holiday] }, done)} />
        </>
      )}
    </section>
  )
}
