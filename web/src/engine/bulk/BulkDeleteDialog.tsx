import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/fields/format'
import { SkeletonRows } from '~/ui/states'
import type { BulkProps } from './BulkEdit'
import { BulkFrame } from './BulkFrame'
import { useBulkChange } from './useBulkChange'

const WORDS = { running: 'bulk.deleting', done: 'bulk.deleted' }
const TITLES = { many: 'bulk.deleteMany', all: 'bulk.deleteAll' }

/** How many would go and which cannot, before any goes. */
export function BulkDeleteDialog(props: BulkProps & { onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const changing = useBulkChange(props.object, props.chosen, { delete: true }, WORDS)
  const { tally, problem } = changing
  const look = useRef(changing.look)
  useEffect(() => look.current(), [])
  return (
    <BulkFrame
      {...props}
      changing={changing}
      titles={TITLES}
      okText={tally ? t('bulk.delete', { value: formatNumber(tally.removed, i18n.language) }) : t('action.delete')}
      danger
      disabled={!tally || tally.removed === 0}
    >
      <p className="sub">{t('bulk.toBin')}</p>
      {!tally && !problem && <SkeletonRows rows={2} />}
    </BulkFrame>
  )
}
