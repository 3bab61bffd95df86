import { useTranslation } from 'react-i18next'
import type { DisplayProps } from '../field'
import { formatPercent } from '../format'

export function PercentDisplay({ value }: DisplayProps) {
  const { i18n } = useTranslation()
  return <span className="num">{formatPercent(value as string | number, i18n.language)}</span>
}
