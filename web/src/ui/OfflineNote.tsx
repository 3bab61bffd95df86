import { useEffect, useSyncExternalStore } from 'react'
import { onlineManager, useMutationState } from '@tanstack/react-query'
import { CloudOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'

const subscribe = (notify: () => void) => onlineManager.subscribe(notify)

/** What was written and waits for the connection; a page that is closed would lose it, so the browser asks first. */
function useWaiting(): number {
  const waiting = useMutationState({ filters: { predicate: ({ state }) => state.isPaused } }).length
  useEffect(() => {
    if (waiting === 0) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [waiting])
  return waiting
}

/** What the bar says: what is on the screen stays readable, and what is written waits. */
export function OfflineBar({ waiting }: { waiting: number }) {
  const { t } = useTranslation()
  return (
    <div className="offline-note" role="status">
      <CloudOff size={15} aria-hidden />
      {waiting > 0 ? t('state.waiting', { count: waiting }) : t('state.offlineDetail')}
    </div>
  )
}

/** Says so when the connection is gone. */
export function OfflineNote() {
  const online = useSyncExternalStore(subscribe, () => onlineManager.isOnline())
  const waiting = useWaiting()
  return online ? null : <OfflineBar waiting={waiting} />
}
