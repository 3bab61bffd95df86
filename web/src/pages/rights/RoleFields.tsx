import { Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { errorsByAttribute } from '~/api/problem'
import type { RoleDraft } from './useRoleDraft'

/** What the role is called, what it is for, and whether whoever has none has it. */
export function RoleFields({ role }: { role: RoleDraft }) {
  const { t } = useTranslation()
  const { draft, set, problem } = role
  const errors = problem ? errorsByAttribute(problem.errors) : {}
  return (
    <div className="card role-fields">
      <div className="form-field">
        <label htmlFor="role-name">{t('rights.name')}</label>
        <Input
          id="role-name"
          maxLength={60}
          value={draft.name}
          status={errors.name ? 'error' : undefined}
          aria-invalid={Boolean(errors.name)}
          onChange={(event) => set({ name: event.target.value })}
        />
      </div>
      <div className="form-field">
        <label htmlFor="role-description">{t('rights.description')}</label>
        <Input
          id="role-description"
          maxLength={500}
          value={draft.description ?? ''}
          onChange={(event) => set({ description: event.target.value })}
        />
      </div>
      <Checkbox checked={draft.initial} onChange={({ target }) => set({ initial: target.checked })}>
        {t('rights.initialLong')}
      </Checkbox>
    </div>
  )
}
