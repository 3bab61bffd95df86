import { memo } from 'react'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RIGHTS } from '~/api/roles'
import { iconOf } from '~/ui/icons'
import { FieldsButton, Ranges, RightBox, type GrantProps } from './GrantControls'
import { useGrantWords } from './useGrantWords'

/** One object on a phone: folded to its sentence until somebody wants to change it. */
export const GrantCard = memo(function GrantCard(props: GrantProps) {
  const { t } = useTranslation()
  const { grant, object } = props
  const { summary } = useGrantWords()
  const Icon = iconOf(object.icon)
  return (
    <details className="grant-card">
      <summary>
        <span className="grant-object">
          <Icon size={15} strokeWidth={1.8} aria-hidden />
          {object.pluralLabel}
          <ChevronDown size={15} className="fold-mark" aria-hidden />
        </span>
        <span className="sub">{summary(grant, object)}</span>
      </summary>
      <div className="grant-card-body">
        {(['sees', 'changes'] as const).map((which) => (
          <div key={which} className="grant-card-line">
            <span className="sub">{t(`rights.${which}`)}</span>
            <Ranges {...props} which={which} />
          </div>
        ))}
        <div className="grant-card-boxes">
          {RIGHTS.map((right) => (
            <RightBox key={right} {...props} right={right} worded />
          ))}
        </div>
        <FieldsButton {...props} />
      </div>
    </details>
  )
})
