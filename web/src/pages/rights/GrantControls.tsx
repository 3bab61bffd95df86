import { Checkbox } from 'antd'
import { SlidersHorizontal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Grant, OfferedRight } from '~/api/roles'
import type { ObjectType } from '~/api/types'
import { changedOf, isPossible, offeredRights, seenOf, withChanged, withRight, withSeen } from './grants'
import { RangeButton } from './RangeButton'

export interface GrantProps {
  grant: Grant
  object: ObjectType
  onChange: (grant: Grant) => void
  /** Opens what may be done with single attributes. */
  onFields: (object: string) => void
}

export function Ranges({ which, grant, object, onChange }: GrantProps & { which: 'sees' | 'changes' }) {
  const { t } = useTranslation()
  const label = t(`rights.${which}Of`, { label: object.pluralLabel })
  return which === 'sees' ? (
    <RangeButton
      object={object}
      label={label}
      range={seenOf(grant)}
      onChange={(range) => onChange(withSeen(grant, range))}
    />
  ) : (
    <RangeButton
      object={object}
      label={label}
      range={changedOf(grant)}
      onChange={(range) => onChange(withChanged(grant, range))}
    />
  )
}

/** One right with one object; nothing where there is none such. */
export function RightBox({
  right,
  grant,
  object,
  onChange,
  worded,
}: GrantProps & { right: OfferedRight; worded?: boolean }) {
  const { t } = useTranslation()
  if (!offeredRights(object).includes(right)) return null
  const words = t(`rights.right.${right}`)
  return (
    <Checkbox
      aria-label={t('rights.rightOf', { right: words, label: object.pluralLabel })}
      checked={grant.rights.includes(right)}
      disabled={!isPossible(grant, right)}
      onChange={({ target }) => onChange(withRight(grant, right, target.checked))}
    >
      {worded && words}
    </Checkbox>
  )
}

export function FieldsButton({ grant, object, onFields }: GrantProps) {
  const { t } = useTranslation()
  const count = Object.keys(grant.attributes).length
  return (
    <button
      type="button"
      className={count > 0 ? 'fields-button some' : 'fields-button'}
      aria-label={t('rights.fieldsOf', { label: object.pluralLabel, count })}
      disabled={!grant.rights.includes('read')}
      onClick={() => onFields(object.name)}
    >
      <SlidersHorizontal size={14} aria-hidden />
      {count > 0 ? <span className="num">{count}</span> : t('rights.fields')}
    </button>
  )
}
