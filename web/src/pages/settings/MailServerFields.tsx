import { Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Security } from '~/api/mail'
import type { MailFieldsProps } from './MailForm'
import { Setting } from './Setting'

const USUAL_PORTS: Record<Security, number> = { tls: 465, starttls: 587, none: 25 }

/** Where letters are handed over, and as whom. */
export function MailServerFields({
  draft,
  errors,
  hasPassword,
  onChange,
}: MailFieldsProps & {
  hasPassword: boolean
}) {
  const { t } = useTranslation()
  const secure = (security: Security) => {
    const usual = Object.values(USUAL_PORTS).includes(draft.port ?? 0)
    onChange(usual ? { security, port: USUAL_PORTS[security] } : { security })
  }
  return (
    <>
      <Setting id="mail-host" label={t('mail.host')} help={t('mail.hostHelp')} error={errors.host}>
        <Input
          id="mail-host"
          value={draft.host ?? ''}
          placeholder="smtp.example.com"
          onChange={(event) => onChange({ host: event.target.value })}
        />
      </Setting>
      <Setting id="mail-security" label={t('mail.security')} error={errors.security}>
        <Select
          id="mail-security"
          className="fill"
          value={draft.security ?? 'tls'}
          options={(['tls', 'starttls', 'none'] as const).map((value) => ({
            value,
            label: t(`mail.securities.${value}`),
          }))}
          onChange={secure}
        />
      </Setting>
      <Setting id="mail-port" label={t('mail.port')} error={errors.port}>
        <InputNumber
          id="mail-port"
          min={1}
          max={65535}
          precision={0}
          controls={false}
          value={draft.port}
          onChange={(port) => onChange({ port })}
        />
      </Setting>
      <Setting id="mail-user" label={t('mail.user')} help={t('mail.userHelp')} error={errors.user}>
        <Input
          id="mail-user"
          autoComplete="off"
          value={draft.user ?? ''}
          onChange={(event) => onChange({ user: event.target.value })}
        />
      </Setting>
      <Setting id="mail-password" label={t('mail.password')} help={t('mail.passwordHelp')} error={errors.password}>
        <Input.Password
          id="mail-password"
          autoComplete="new-password"
          value={draft.password ?? ''}
          placeholder={hasPassword ? t('mail.passwordKept') : undefined}
          onChange={(event) => onChange({ password: event.target.value || undefined })}
        />
      </Setting>
    </>
  )
}
