import { Input, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NotificationPreferences } from '~/api/notifications'
import { Setting } from './Setting'

const USUAL = { from: '20:00', to: '08:00' }
const ZONES = Intl.supportedValuesOf('timeZone')

interface QuietHoursProps {
  preferences: NotificationPreferences
  onChange: (change: Partial<NotificationPreferences>) => void
}

/** When no mail shall come, and by which clock. */
export function QuietHours({ preferences, onChange }: QuietHoursProps) {
  const { t } = useTranslation()
  const { quiet, timeZone, companyTimeZone } = preferences
  const zones = [
    { value: '', label: t('notifications.companyZone', { zone: companyTimeZone }) },
    ...ZONES.map((zone) => ({ value: zone, label: zone })),
  ]
  return (
    <>
      <Setting id="quiet" label={t('notifications.quiet')} help={t('notifications.quietHelp')}>
        <div className="quiet-hours">
          <Switch id="quiet" checked={!!quiet} onChange={(on) => onChange({ quiet: on ? USUAL : null })} />
          {quiet &&
            (['from', 'to'] as const).map((end) => (
              <Input
                key={end}
                type="time"
                required
                aria-label={t(`notifications.quiet${end === 'from' ? 'From' : 'To'}`)}
                value={quiet[end]}
                onChange={(event) => onChange({ quiet: { ...quiet, [end]: event.target.value } })}
              />
            ))}
        </div>
      </Setting>
      <Setting id="notification-zone" label={t('settings.timeZone')} help={t('notifications.zoneHelp')}>
        <Select
          id="notification-zone"
          className="fill"
          showSearch={{ optionFilterProp: 'label' }}
          value={timeZone ?? ''}
          options={zones}
          onChange={(zone: string) => onChange({ timeZone: zone || null })}
        />
      </Setting>
    </>
  )
}
