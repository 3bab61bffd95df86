import { useTranslation } from 'react-i18next'
import type { Money } from '~/api/types'
import type { DisplayProps } from '../field'
import { formatMoney } from '../format'

export function MoneyDisplay({ value }: DisplayProps) {
  const { i18n } = useTranslation()
  return <span className="num">{formatMoney(value as Money, i18n.language)}</span>
}
