import { Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** A time of the day where the company is. */
export function TimeOfDay({ value, onChange }: { value: string | undefined; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  return (
    <Input
      type="time"
      className="automation-time"
      aria-label={t('automation.at')}
      value={value ?? '09:00'}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
