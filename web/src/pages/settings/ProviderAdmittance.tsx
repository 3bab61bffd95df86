import { Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ProviderFieldsProps } from './ProviderCard'
import { Setting } from './Setting'
import { useRoleNames } from './useRoleNames'

const SWITCHES = ['enabled', 'makesPeople', 'linksByEmail', 'passwordsAllowed'] as const

/** Who is let in. */
export function ProviderAdmittance({ draft, errors, onChange, roles }: ProviderFieldsProps & { roles: string[] }) {
  const { t } = useTranslation()
  const nameOf = useRoleNames()
  return (
    <>
      {SWITCHES.map((name) => (
        <Setting
          key={name}
          id={`${draft.id}-${name}`}
          label={t(`providers.${name}`)}
          help={t(`providers.${name}Help`)}
          error={errors[name]}
        >
          <Switch
            id={`${draft.id}-${name}`}
            checked={draft[name]}
            onChange={(checked) => onChange({ [name]: checked })}
          />
        </Setting>
      ))}
      <Setting
        id={`${draft.id}-default`}
        label={t('providers.defaultRole')}
        help={t('providers.defaultRoleHelp')}
        error={errors.defaultRole}
      >
        <Select
          id={`${draft.id}-default`}
          className="fill"
          value={draft.defaultRole ?? ''}
          options={[
            { value: '', label: t('providers.noRole') },
            ...roles.map((value) => ({ value, label: nameOf(value) })),
          ]}
          onChange={(role: string) => onChange({ defaultRole: role || null })}
        />
      </Setting>
    </>
  )
}
