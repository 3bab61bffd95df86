import { useState } from 'react'
import { App, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRemoveMailSettings, useSaveMailSettings, type MailSettings, type WantedMailSettings } from '~/api/mail'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { MailServerFields } from './MailServerFields'
import { MailSenderFields } from './MailSenderFields'

const toDraft = (settings: MailSettings): WantedMailSettings => ({
  host: settings.host,
  port: settings.port ?? 465,
  security: settings.security ?? 'tls',
  user: settings.user,
  fromAddress: settings.fromAddress,
  fromName: settings.fromName,
  replyTo: settings.replyTo,
  publicAddress: settings.publicAddress ?? window.location.origin,
})

export interface MailFieldsProps {
  draft: WantedMailSettings
  errors: Record<string, string>
  onChange: (change: Partial<WantedMailSettings>) => void
}

function Remove() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const remove = useRemoveMailSettings()
  return (
    <Popconfirm
      title={t('mail.removeQuestion')}
      okText={t('mail.remove')}
      okButtonProps={{ danger: true }}
      onConfirm={() => remove.mutate(undefined, { onError: (error) => message.error(asProblem(error).message) })}
    >
      <Button danger loading={remove.isPending}>
        {t('mail.remove')}
      </Button>
    </Popconfirm>
  )
}

export function MailForm({ settings }: { settings: MailSettings }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const save = useSaveMailSettings()
  const [draft, setDraft] = useState(() => toDraft(settings))
  const problem = save.error ? asProblem(save.error) : undefined
  const errors = problem ? errorsByAttribute(problem.errors) : {}
  const onChange = (change: Partial<WantedMailSettings>) => setDraft({ ...draft, ...change })
  return (
    <form
      className="card"
      aria-label={t('settings.mail')}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(draft, {
          onSuccess: () => {
            // Kept, and never shown again.
            onChange({ password: undefined })
            message.success(t('settings.saved'))
          },
        })
      }}
    >
      <header>
        <span className="grow">{t('mail.about')}</span>
      </header>
      <MailServerFields draft={draft} errors={errors} hasPassword={settings.hasPassword} onChange={onChange} />
      <MailSenderFields draft={draft} errors={errors} onChange={onChange} />
      <div className="setting">
        <div>
          {problem && problem.errors.length === 0 && (
            <p className="gate-problem" role="alert">
              {problem.message || t('state.offlineDetail')}
            </p>
          )}
        </div>
        <div className="mail-actions">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('action.save')}
          </Button>
          {settings.configured && <Remove />}
        </div>
      </div>
    </form>
  )
}
