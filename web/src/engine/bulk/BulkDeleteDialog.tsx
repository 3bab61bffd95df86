import { useEffect, useRef } from 'react'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '~/fields/format'
import { SkeletonRows } from '~/ui/states'
import type { BulkProps } from './BulkEdit'
import { Expected } from './Expected'
import { useBulkChange } from './useBulkChange'
import './bulk.css'

const WORDS = { running: 'bulk.deleting', done: 'bulk.deleted' }

/** How many would go and which cannot, before any goes. */
export function BulkDeleteDialog({ object, chosen, count, onDone, onClose }: BulkProps & { onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const changing = useBulkChange(object, chosen, { delete: true }, WORDS)
  const { tally, problem, isLooking, isStarting } = changing
  const look = useRef(changing.look)
  useEffect(() => look.current(), [])
  const number = (value: number) => formatNumber(value, i18n.language)
  const finish = () => {
    onDone()
    onClose()
  }
  return (
    <Modal
      open
      title={
        count === undefined
          ? t('bulk.deleteAll', { label: object.pluralLabel })
          : t('bulk.deleteMany', { value: number(count), label: object.pluralLabel })
      }
      okText={tally ? t('bulk.delete', { value: number(tally.removed) }) : t('action.delete')}
      cancelText={t('action.cancel')}
      okButtonProps={{ danger: true, disabled: !tally || tally.removed === 0, loading: isLooking || isStarting }}
      onOk={() => changing.start(finish)}
      onCancel={onClose}
    >
      <div className="bulk">
        <p className="sub">{t('bulk.toBin')}</p>
        {!tally && !problem && <SkeletonRows rows={2} />}
        <Expected object={object} changing={changing} />
      </div>
    </Modal>
  )
}
