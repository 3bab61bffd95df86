import { Button, Input, Select } from 'antd'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { GroupRole } from '~/api/providers'
import type { ProviderFieldsProps } from './ProviderCard'
import { useRoleNames } from './useRoleNames'

/** Which group of the provider's is which role here. */
export function ProviderRoles({ draft, errors, onChange, roles }: ProviderFieldsProps & { roles: string[] }) {
  const { t } = useTranslation()
  const nameOf = useRoleNames()
  const set = (at: number, change: Partial<GroupRole>) =>
    onChange({ roles: draft.roles.map((each, index) => (index === at ? { ...each, ...change } : each)) })
  return (
    <fieldset className="provider-roles">
      <legend>{t('providers.roles')}</legend>
      <p className="sub">{t('providers.rolesHelp')}</p>
      {draft.roles.map((each, index) => (
        <div key={index} className="provider-role">
          <Input
            aria-label={t('providers.groupOf', { number: index + 1 })}
            placeholder={t('providers.group')}
            value={each.group}
            onChange={(event) => set(index, { group: event.target.value })}
          />
          <Select
            aria-label={t('providers.roleOf', { number: index + 1 })}
            value={each.role}
            options={roles.map((value) => ({ value, label: nameOf(value) }))}
            onChange={(role: string) => set(index, { role })}
          />
          <Button
            type="text"
            icon={<X size={14} aria-hidden />}
            aria-label={t('providers.removeRole', { number: index + 1 })}
            onClick={() => onChange({ roles: draft.roles.filter((_, other) => other !== index) })}
          />
        </div>
      ))}
      {errors.roles && (
        <p className="gate-problem" role="alert">
          {errors.roles}
        </p>
      )}
      <Button
        size="small"
        icon={<Plus size={14} aria-hidden />}
        onClick={() => onChange({ roles: [...draft.roles, { group: '', role: roles[0] ?? '' }] })}
      >
        {t('providers.addRole')}
      </Button>
    </fieldset>
  )
}
