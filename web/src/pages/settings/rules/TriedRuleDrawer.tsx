import type { ReactNode } from 'react'
import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import '~/engine/form/form.css'
import { useAskBeforeClosing } from '~/ui/useAskBeforeClosing'
import { usePhone } from '~/ui/useMedia'
import './rules.css'

interface TriedRuleDrawerProps {
  title: string
  /** What trying it is called. */
  tryWords: string
  trying: boolean
  saving: boolean
  /** Whether something would be lost by closing. */
  changed: boolean
  onTry: () => void
  onSave: () => void
  onClose: () => void
  className: string
  children: ReactNode
}

/** Where a rule is written that can be tried before it is kept. */
export function TriedRuleDrawer({
  title,
  tryWords,
  trying,
  saving,
  changed,
  onTry,
  onSave,
  onClose,
  className,
  children,
}: TriedRuleDrawerProps) {
  const { t } = useTranslation()
  const phone = usePhone()
  const close = useAskBeforeClosing(changed, onClose)
  return (
    <Drawer
      open
      onClose={close}
      size={phone ? '100%' : 760}
      title={title}
      footer={
        <div className="form-foot">
          <Button loading={trying} disabled={saving} onClick={onTry}>
            {tryWords}
          </Button>
          <span className="grow" />
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button type="primary" loading={saving} onClick={onSave}>
            {t('action.save')}
          </Button>
        </div>
      }
    >
      <div className={`rule-editor ${className}`}>{children}</div>
    </Drawer>
  )
}
