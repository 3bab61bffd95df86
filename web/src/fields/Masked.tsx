import { Tooltip } from 'antd'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** A part of a value in the place of the whole, which the reader may not see. */
export function Masked({ value }: { value: unknown }) {
  const { t } = useTranslation()
  return (
    <Tooltip title={t('rights.maskedHelp')}>
      <span className="masked">
        <span className="ellipsis num">{String(value)}</span>
        <Lock size={12} role="img" aria-label={t('rights.maskedHelp')} />
      </span>
    </Tooltip>
  )
}
