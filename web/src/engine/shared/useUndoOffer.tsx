import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'

const SECONDS = 8

/** Tells what was done, and offers for a while to take it back. */
export function useUndoOffer() {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  return (title: string, undo: () => unknown) => {
    const key = crypto.randomUUID()
    const takeBack = () => {
      notification.destroy(key)
      undo()
    }
    notification.info({
      key,
      title,
      duration: SECONDS,
      placement: 'bottom',
      actions: (
        <Button size="small" onClick={takeBack}>
          {t('action.undo')}
        </Button>
      ),
    })
  }
}
