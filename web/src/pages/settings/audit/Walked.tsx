import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'

/** How far a walk along the chain has come, of one. */
export function Walked({ progress }: { progress: number }) {
  const { t } = useTranslation()
  return <Progress percent={Math.floor(progress * 100)} size="small" status="active" aria-label={t('jobs.progress')} />
}
