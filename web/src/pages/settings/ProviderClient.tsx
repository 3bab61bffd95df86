import { Input, Select, Switch } from 'antd'
import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ProviderFieldsProps } from './ProviderCard'
import { Setting } from './Setting'

const TEXTS = ['label', 'issuer', 'clientId'] as const
const CLAIMS = ['loginClaim', 'nameClaim', 'emailClaim', 'groupsClaim'] as const

/** Which provider it is, what we are to it, and what it calls what it knows of people. */
export function ProviderClient({ draft, errors, onChange }: ProviderFieldsProps) {
  const { t } = useTranslation()
  const text = (name: (typeof TEXTS)[number] | (typeof CLAIMS)[number]) => (
    <Setting
      key={name}
      id={`${draft.id}-${name}`}
      label={t(`providers.${name}`)}
      help={t(`providers.${name}Help`)}
      error={errors[name]}
    >
      <Input
        id={`${draft.id}-${name}`}
        autoComplete="off"
        value={draft[name] ?? ''}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Setting>
  )
  return (
    <>
      {TEXTS.map(text)}
      <Setting
        id={`${draft.id}-secret`}
        label={t('providers.clientSecret')}
        help={t('providers.clientSecretHelp')}
        error={errors.clientSecret}
      >
        <Input.Password
          id={`${draft.id}-secret`}
          autoComplete="new-password"
          value={draft.clientSecret ?? ''}
          placeholder={draft.hasSecret ? t('providers.secretKept') : undefined}
          onChange={(event) => onChange({ clientSecret: event.target.value || undefined })}
        />
      </Setting>
      <Setting
        id={`${draft.id}-private`}
        label={t('providers.privateAddresses')}
        help={t('providers.privateAddressesHelp')}
      >
        <Switch
          id={`${draft.id}-private`}
          checked={draft.privateAddresses}
          onChange={(privateAddresses) => onChange({ privateAddresses })}
        />
      </Setting>
      <details className="provider-details" open={CLAIMS.some((name) => errors[name]) || Boolean(errors.scopes)}>
        <summary>
          {t('providers.details')}
          <ChevronDown size={15} aria-hidden />
        </summary>
        <Setting id={`${draft.id}-scopes`} label={t('providers.scopes')} error={errors.scopes}>
          <Select
            id={`${draft.id}-scopes`}
            className="fill"
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={[' ', ',']}
            value={draft.scopes}
            onChange={(scopes: string[]) => onChange({ scopes })}
          />
        </Setting>
        {CLAIMS.map(text)}
      </details>
    </>
  )
}
