import type { ReactNode } from 'react'
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { UnderwayPlace, useWaiting } from '~/fields/underway'
import { useCountedTitle } from '../shared/useCountedTitle'
import type { BulkProps } from './BulkEdit'
import { Expected } from './Expected'
import type { Changing } from './useBulkChange'
import './bulk.css'

interface BulkFrameProps extends BulkProps {
  onClose: () => void
  changing: Changing
  /** The keys of what the dialog is called, for so many records and for a whole list. */
  titles: { many: string; all: string }
  /** What goes on: looks first where nothing is known yet. */
  okText: string
  danger?: boolean
  disabled: boolean
  children: ReactNode
}

/** Around what becomes of many records: how many they are, what a look has found, and the step that follows. */
export function BulkFrame({
  object,
  count,
  onDone,
  onClose,
  changing,
  titles,
  okText,
  danger,
  disabled,
  children,
}: BulkFrameProps) {
  const { t } = useTranslation()
  const [waits, tell] = useWaiting()
  const { tally, isLooking, isStarting } = changing
  const title = useCountedTitle(object, count, titles)
  const finish = () => {
    onDone()
    onClose()
  }
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={t('action.cancel')}
      okButtonProps={{ danger, disabled: disabled || waits, loading: isLooking || isStarting }}
      onOk={() => (tally ? changing.start(finish) : changing.look())}
      onCancel={onClose}
    >
      <div className="bulk">
        <UnderwayPlace value={tell}>{children}</UnderwayPlace>
        {waits && (
          <p className="sub" role="status">
            {t('files.underway')}
          </p>
        )}
        <Expected object={object} changing={changing} />
      </div>
    </Modal>
  )
}
