import { useTranslation } from 'react-i18next'
import type { DisplayProps } from '../field'
import { formatDate } from '../format'

export function DateDisplay({ value }: DisplayProps) {
  const { i18n } = useTranslation()
  const day = String(value)
  return <time dateTime={day}>{formatDate(day, i18n.language)}</time>
}
