import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Reference } from '~/api/types'
import { Avatar } from '~/ui/Avatar'
import type { DisplayProps } from '../field'

export function ReferenceDisplay({ attribute, value, dense, linkless }: DisplayProps) {
  const { t } = useTranslation()
  const { id, title = t('record.gone') } = value as Reference
  const object = attribute.reference
  if (attribute.toPerson) {
    return (
      <span className="person" title={title}>
        <Avatar name={title} size="small" />
        <span>{title}</span>
      </span>
    )
  }
  if (!object || linkless) return <span title={title}>{title}</span>
  return (
    <Link to="/$object/$id" params={{ object, id }} title={title} className={dense ? 'quiet-link' : undefined}>
      {title}
    </Link>
  )
}
