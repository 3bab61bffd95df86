import { Button } from 'antd'
import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatTime } from '~/fields/format'
import { useListAddress } from '../list/useList'
import './asof.css'

/** Says that the list is of the past, and leads back. */
export function AsOfNote({ moment }: { moment: string }) {
  const { t, i18n } = useTranslation()
  const { change } = useListAddress()
  const known = !Number.isNaN(Date.parse(moment))
  return (
    <div className="page-note as-of-note" role="status">
      <History size={16} aria-hidden />
      <span className="grow">
        {t('asOf.shown', { time: known ? formatTime(moment, i18n.language) : moment })}
        <span className="sub">{t('asOf.readOnly')}</span>
      </span>
      <Button size="small" onClick={() => change({ asOf: undefined })}>
        {t('asOf.back')}
      </Button>
    </div>
  )
}
