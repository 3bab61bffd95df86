import { useTranslation } from 'react-i18next'
import type { DisplayProps } from '../field'
import { formatAgo, formatTime } from '../format'

export function TimeDisplay({ value, dense }: DisplayProps) {
  const { i18n } = useTranslation()
  const instant = String(value)
  const exact = formatTime(instant, i18n.language)
  return (
    <time dateTime={instant} title={exact}>
      {dense ? formatAgo(instant, i18n.language) : exact}
    </time>
  )
}
