import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Principal } from '~/api/shares'
import { PrincipalPicker } from '../access/PrincipalPicker'

export type Audience = 'me' | 'some' | 'everyone'

/** Who has something that somebody keeps; the titles of those who are gone are null. */
interface Kept {
  everyone: boolean
  sharedWith: (Omit<Principal, 'title'> & { title: string | null })[]
}

export const audienceOf = (kept?: Kept): Audience =>
  kept?.everyone ? 'everyone' : kept?.sharedWith.length ? 'some' : 'me'

interface AudienceFieldProps {
  audience: Audience
  shared: Principal[]
  /** Whether everybody may be given it. */
  mayServeAll: boolean
  errors: Partial<Record<string, string>>
  /** What nobody gets by having it. */
  help: string
  onAudience: (audience: Audience) => void
  onShared: (shared: Principal[]) => void
}

/** Who besides oneself has it. */
export function AudienceField({
  audience,
  shared,
  mayServeAll,
  errors,
  help,
  onAudience,
  onShared,
}: AudienceFieldProps) {
  const { t } = useTranslation()
  return (
    <div className="form-field">
      <span id="view-audience">{t('views.audience')}</span>
      <Radio.Group
        aria-labelledby="view-audience"
        className="view-audience"
        value={audience}
        onChange={({ target }) => onAudience(target.value as Audience)}
        options={[
          { value: 'me', label: t('views.onlyMe') },
          { value: 'some', label: t('views.some') },
          ...(mayServeAll ? [{ value: 'everyone', label: t('views.everyone') }] : []),
        ]}
      />
      {audience === 'some' && (
        <PrincipalPicker
          label={t('views.sharedWith')}
          value={shared}
          invalid={Boolean(errors.sharedWith)}
          onChange={onShared}
        />
      )}
      {(errors.sharedWith || errors.everyone) && (
        <p className="field-error" role="alert">
          {errors.sharedWith ?? errors.everyone}
        </p>
      )}
      <p className="field-help">{help}</p>
    </div>
  )
}
