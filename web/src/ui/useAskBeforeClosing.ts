import { App } from 'antd'
import { useTranslation } from 'react-i18next'

/** Closes what somebody has written something in only when they say so: a key or a click beside it would throw it away. */
export function useAskBeforeClosing(changed: boolean, onClose: () => void): () => void {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  return () => {
    if (!changed) onClose()
    else
      void modal.confirm({
        title: t('rights.leave'),
        okText: t('rights.discard'),
        cancelText: t('action.cancel'),
        // Another key pressed in haste throws nothing away either.
        autoFocusButton: 'cancel',
        onOk: onClose,
      })
  }
}
