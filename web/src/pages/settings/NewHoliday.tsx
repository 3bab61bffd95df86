import { useState } from 'react'
import { Button, DatePicker, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useTranslation } from 'react-i18next'
import type { Holiday } from '~/api/company'
import { settleOnEnter } from '~/ui/settleOnEnter'

/** One more day by hand. */
export function NewHoliday({ year, onAdd }: { year: number; onAdd: (holiday: Holiday, done: () => void) => void }) {
  const { t } = useTranslation()
  const [day, setDay] = useState<Dayjs | null>(null)
  const [name, setName] = useState('')
  const [worked, setWorked] = useState(false)
  const add = () => {
    if (day && name.trim()) onAdd({ day: day.format('YYYY-MM-DD'), name, worked }, () => (setDay(null), setName('')))
  }
  return (
    <form
      className="new-holiday"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <DatePicker
        onKeyDown={settleOnEnter}
        aria-label={t('settings.day')}
        placeholder={t('settings.day')}
        value={day}
        defaultPickerValue={dayjs(`${year}-01-01`)}
        onChange={(chosen) => setDay(chosen)}
      />
      <Input
        aria-label={t('settings.holidayName')}
        placeholder={t('settings.holidayName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        aria-label={t('settings.kindOfDay')}
        value={worked}
        options={[
          { value: false, label: t('settings.free') },
          { value: true, label: t('settings.worked') },
        ]}
        onChange={(value: boolean) => setWorked(value)}
      />
      <Button htmlType="submit" disabled={!day || !name.trim()}>
        {t('action.add')}
      </Button>
    </form>
  )
}
