import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { settleOnEnter } from '~/ui/settleOnEnter'
import { notAfter } from './past'

/** Asks for a day and a time that have been. */
export function AsOfPicker({ moment, onChoose }: { moment?: string; onChoose: (moment: string) => void }) {
  const { t } = useTranslation()
  return (
    <DatePicker
      autoFocus
      allowClear={false}
      aria-label={t('asOf.moment')}
      placeholder={t('asOf.moment')}
      format="YYYY-MM-DD HH:mm"
      showTime={{ format: 'HH:mm' }}
      onKeyDown={settleOnEnter}
      disabledDate={(day) => day.isAfter(dayjs(), 'day')}
      value={moment ? dayjs(moment) : null}
      onChange={(chosen) => {
        if (chosen) onChoose(notAfter(chosen.toDate(), new Date()))
      }}
    />
  )
}
