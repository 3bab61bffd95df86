import { useState } from 'react'
import { Button, Input } from 'antd'
import { Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTestMail } from '~/api/mail'
import { asProblem } from '~/api/problem'
import { Setting } from './Setting'

/** Tries the saved settings and tells what hinders them. */
export function MailTest() {
  const { t } = useTranslation()
  const test = useTestMail()
  const [to, setTo] = useState('')
  const problem = test.error ? asProblem(test.error) : undefined
  const complaint =
    problem && (problem.errors.map((error) => error.message).join(' ') || problem.message || t('state.offlineDetail'))
  return (
    <form
      className="card"
      aria-label={t('mail.test')}
      onSubmit={(event) => {
        event.preventDefault()
        test.mutate(to)
      }}
    >
      <Setting id="mail-test-to" label={t('mail.test')} help={t('mail.testHelp')} error={complaint}>
        <div className="mail-actions">
          <Input
            id="mail-test-to"
            type="email"
            value={to}
            placeholder={t('mail.testOwn')}
            onChange={(event) => setTo(event.target.value)}
          />
          <Button htmlType="submit" loading={test.isPending} icon={<Send size={14} aria-hidden />}>
            {t('mail.testSend')}
          </Button>
        </div>
        {test.data && <p role="status">{t('mail.testSent', { to: test.data.to })}</p>}
      </Setting>
    </form>
  )
}
