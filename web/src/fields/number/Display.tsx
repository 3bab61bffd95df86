import { useTranslation } from 'react-i18next'
import type { DisplayProps } from '../field'
import { formatNumber } from '../format'

export function NumberDisplay({ value }: DisplayProps) {
  const { i18n } = useTranslation()
  return <span className="num">{formatNumber(value as number | string, i18n.language)}</span>
}
