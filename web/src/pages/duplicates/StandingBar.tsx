import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { ScanSearch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { standingOptions, useScan } from '~/api/duplicates'
import { useLooking } from '~/api/session'
import type { ObjectType } from '~/api/types'
import { formatTime } from '~/fields/format'
import { OnSaveSelect } from './OnSaveSelect'

/** When all were compared last, that they are to be compared now, and what is to happen with new ones. */
export function StandingBar({ object }: { object: ObjectType }) {
  const { t, i18n } = useTranslation()
  const looking = useLooking()
  const { data } = useQuery(standingOptions(object.name))
  const scan = useScan(object.name)
  if (!data) return null
  const underway = data.underway || scan.isPending
  return (
    <div className="duplicates-standing">
      {data.scannedAt && (
        <span className="sub">{t('duplicates.scannedAt', { time: formatTime(data.scannedAt, i18n.language) })}</span>
      )}
      <span className="grow" />
      {data.mayConfigure && !looking && (
        <label className="on-save">
          <span className="sub">{t('duplicates.onSave')}</span>
          <OnSaveSelect object={object} value={data.onSave} label={t('duplicates.onSave')} />
        </label>
      )}
      {data.mayScan && !looking && (
        <Button
          icon={<ScanSearch size={15} aria-hidden />}
          disabled={underway}
          loading={underway}
          onClick={() => scan.mutate(undefined)}
        >
          {t(underway ? 'duplicates.scanning' : 'duplicates.scan')}
        </Button>
      )}
    </div>
  )
}
