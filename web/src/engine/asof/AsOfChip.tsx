import { Suspense, useState } from 'react'
import { Popover, Skeleton } from 'antd'
import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { later } from '~/ui/later'
import { useListAddress } from '../list/useList'
import './asof.css'

const AsOfPicker = later(async () => (await import('./AsOfPicker')).AsOfPicker)

/** Shows a list as it was at a moment one chooses. */
export function AsOfChip() {
  const { t } = useTranslation()
  const { address, change } = useListAddress()
  const [open, setOpen] = useState(false)
  const choose = (moment: string) => {
    setOpen(false)
    change({ asOf: moment, beside: undefined })
  }
  const content = (
    <div className="as-of-choice">
      <p>{t('asOf.explained')}</p>
      <Suspense fallback={<Skeleton.Input block active />}>
        <AsOfPicker moment={address.asOf} onChoose={choose} />
      </Suspense>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={content} open={open} onOpenChange={setOpen}>
      <button type="button" className="chip dashed" aria-expanded={open}>
        <History size={14} aria-hidden />
        {t('asOf.choose')}
      </button>
    </Popover>
  )
}
