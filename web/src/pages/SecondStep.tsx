import { useState, type FormEvent } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Problem } from '~/api/problem'
import { Gate } from './Gate'

interface SecondStepProps {
  problem?: Problem
  pending: boolean
  onCode: (code: string) => Promise<void>
  onBack: () => void
}

/** The password was right; now the code of the app, or one for when that is lost. */
export function SecondStep({ problem, pending, onCode, onBack }: SecondStepProps) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const [recovering, setRecovering] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await onCode(code.trim())
    } catch {
      setCode('')
    }
  }
  const label = recovering ? t('security.recoveryCode') : t('security.code')
  return (
    <Gate title={t('security.secondStep')} note={recovering ? t('security.recoveryNote') : t('security.codeNote')}>
      <form onSubmit={(event) => void submit(event)} aria-describedby={problem ? 'code-problem' : undefined}>
        <label htmlFor="code">{label}</label>
        <Input
          id="code"
          key={String(recovering)}
          size="large"
          autoFocus
          inputMode={recovering ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        {problem && (
          <p id="code-problem" className="gate-problem" role="alert">
            {problem.isOffline ? t('state.offlineDetail') : problem.message}
          </p>
        )}
        <Button type="primary" size="large" block htmlType="submit" loading={pending} disabled={!code.trim()}>
          {t('session.signIn')}
        </Button>
        <Button
          type="text"
          block
          onClick={() => {
            setCode('')
            setRecovering(!recovering)
          }}
        >
          {recovering ? t('security.useApp') : t('security.useRecovery')}
        </Button>
        <Button type="text" block onClick={onBack}>
          {t('security.back')}
        </Button>
      </form>
    </Gate>
  )
}
