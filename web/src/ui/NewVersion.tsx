import { useEffect, useSyncExternalStore } from 'react'
import { Button } from 'antd'
import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { version } from './version'

export function NewVersionBar() {
  const { t } = useTranslation()
  return (
    <div className="version-note" role="status">
      <RefreshCw size={15} aria-hidden />
      <span>{t('state.newVersion')}</span>
      <Button size="small" onClick={() => location.reload()}>
        {t('state.reload')}
      </Button>
    </div>
  )
}

/** Offers a new console where the server has one; nobody is torn from what they do. */
export function NewVersion() {
  const stale = useSyncExternalStore(version.stale.subscribe, version.stale.snapshot)
  useEffect(() => version.watch(), [])
  return stale ? <NewVersionBar /> : null
}
