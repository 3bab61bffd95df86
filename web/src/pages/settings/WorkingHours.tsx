import { Button, TimePicker } from 'antd'
import dayjs from 'dayjs'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '~/api/account'
import { WEEKDAYS, type Hours, type Weekday } from '~/api/company'
import { SettingsForm } from './SettingsForm'
import { useSettingsDraft } from './useSettingsDraft'

const MONDAY = Date.UTC(2026, 5, 1)
const DAY = 86_400_000
const NEXT: Hours = { from: '09:00', to: '18:00' }
const MOST = 6

const nameOf = (day: Weekday, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + WEEKDAYS.indexOf(day) * DAY)

/** A picker has no 24:00; the end of the day is kept as it is until it is chosen otherwise. */
const shown = (time: string) => dayjs(`2026-06-01T${time === '24:00' ? '23:59' : time}`)

function HoursRow({
  hours,
  label,
  onChange,
  onRemove,
}: {
  hours: Hours
  label: string
  onChange: (hours: Hours) => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  return (
    <span className="hours">
      <TimePicker.RangePicker
        aria-label={label}
        format="HH:mm"
        minuteStep={5}
        allowClear={false}
        value={[shown(hours.from), shown(hours.to)]}
        onChange={(range) => {
          if (range?.[0] && range[1]) onChange({ from: range[0].format('HH:mm'), to: range[1].format('HH:mm') })
        }}
      />
      <Button
        type="text"
        size="small"
        icon={<X size={14} />}
        aria-label={t('settings.removeHours')}
        onClick={onRemove}
      />
    </span>
  )
}

function DayRow({
  day,
  hours,
  error,
  onChange,
}: {
  day: Weekday
  hours: Hours[]
  error?: string
  onChange: (hours: Hours[]) => void
}) {
  const { t, i18n } = useTranslation()
  const name = nameOf(day, i18n.language)
  return (
    <div className="setting day" role="group" aria-label={name}>
      <span className="label">{name}</span>
      <div className="hours-of-day">
        {hours.length === 0 && <span className="sub">{t('settings.free')}</span>}
        {hours.map((each, at) => (
          <HoursRow
            // The rows have nothing that tells them apart but their place.
            key={at}
            hours={each}
            label={t('settings.hoursOf', { day: name, number: at + 1 })}
            onChange={(changed) => onChange(hours.with(at, changed))}
            onRemove={() => onChange(hours.toSpliced(at, 1))}
          />
        ))}
        {hours.length < MOST && (
          <Button
            type="text"
            size="small"
            icon={<Plus size={14} />}
            aria-label={t('settings.addHoursOf', { day: name })}
            onClick={() => onChange([...hours, hours.length === 0 ? NEXT : { from: '19:00', to: '21:00' }])}
          >
            {t('settings.addHours')}
          </Button>
        )}
        {error && (
          <p className="gate-problem" role="alert">
            {error}
          </p>
        )}
      </div>
    </div>
  )
}

/** When the company works, by weekday. */
export function WorkingHours({ settings }: { settings: Settings }) {
  const { t } = useTranslation()
  const form = useSettingsDraft(settings)
  const { draft, set, errorOf } = form
  return (
    <SettingsForm label={t('settings.workingHours')} draft={form}>
      {WEEKDAYS.map((day) => (
        <DayRow
          key={day}
          day={day}
          hours={draft.workingHours[day] ?? []}
          error={errorOf(`workingHours.${day}`)}
          onChange={(hours) => set({ workingHours: { ...draft.workingHours, [day]: hours } })}
        />
      ))}
    </SettingsForm>
  )
}
