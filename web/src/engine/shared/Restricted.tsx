import { Tooltip } from 'antd'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Says beside a figure that it is made only of the records the reader may see. */
export function Restricted({ when }: { when: boolean | undefined }) {
  const { t } = useTranslation()
  if (!when) return null
  return (
    <Tooltip title={t('chart.restricted')}>
      <span className="restricted">
        <Lock size={12} role="img" aria-label={t('chart.restricted')} />
      </span>
    </Tooltip>
  )
}
