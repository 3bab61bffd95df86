import { Check, Minus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DisplayProps } from '../field'

export function BooleanDisplay({ value }: DisplayProps) {
  const { t } = useTranslation()
  const Icon = value ? Check : Minus
  return (
    <span className={value ? 'boolean on' : 'boolean'}>
      <Icon size={14} aria-hidden />
      {t(value ? 'field.yes' : 'field.no')}
    </span>
  )
}
