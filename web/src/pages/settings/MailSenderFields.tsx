import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MailFieldsProps } from './MailForm'
import { Setting } from './Setting'

const FIELDS = ['fromAddress', 'fromName', 'replyTo', 'publicAddress'] as const

/** As whom the company writes, and where links lead. */
export function MailSenderFields({ draft, errors, onChange }: MailFieldsProps) {
  const { t } = useTranslation()
  return FIELDS.map((name) => (
    <Setting key={name} id={`mail-${name}`} label={t(`mail.${name}`)} help={t(`mail.${name}Help`)} error={errors[name]}>
      <Input
        id={`mail-${name}`}
        value={draft[name] ?? ''}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Setting>
  ))
}
