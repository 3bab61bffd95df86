import { useSyncExternalStore } from 'react'
import { CloudOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'

function subscribe(notify: () => void) {
  addEventListener('online', notify)
  addEventListener('offline', notify)
  return () => {
    removeEventListener('online', notify)
    removeEventListener('offline', notify)
  }
}

/** Says so when the network is gone; what is on the screen stays readable. */
export function OfflineNote() {
  const { t } = useTranslation()
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  if (online) return null
  return (
    <div className="offline-note" role="status">
      <CloudOff size={15} aria-hidden />
      {t('state.offlineDetail')}
    </div>
  )
}
