import { useTranslation } from 'react-i18next'
import type { Attribute } from '~/api/types'
import type { DisplayProps } from '../field'
import { formatNumber } from '../format'

/** Four digits within the calendar's range are a year, which nobody writes as 2,008. */
const isYear = ({ min, max }: Attribute): boolean =>
  min != null && max != null && Number(min) >= 1000 && Number(max) <= 9999

export function NumberDisplay({ attribute, value }: DisplayProps) {
  const { i18n } = useTranslation()
  return (
    <span className="num">
      {isYear(attribute) ? String(value) : formatNumber(value as number | string, i18n.language)}
    </span>
  )
}
