import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Button, Input, QRCode } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { beginSecondFactor, turnOnSecondFactor } from '~/api/protection'
import { SkeletonRows } from '~/ui/states'
import { useConfirmation } from '~/ui/useConfirmation'
import '../factor.css'

/** Shows the secret to an app, and asks for a first code of it. */
export function SecondFactorSetUp({ onDone }: { onDone: (recoveryCodes: string[]) => void }) {
  const { t } = useTranslation()
  const [confirmed, dialog] = useConfirmation()
  const [begun, setBegun] = useState<{ secret: string; address: string }>()
  const [code, setCode] = useState('')
  const [complaint, setComplaint] = useState('')
  const asked = useRef(false)
  useEffect(() => {
    // Every time it is begun there is another secret.
    if (asked.current) return
    asked.current = true
    void confirmed(async () => setBegun(await beginSecondFactor()))
  }, [confirmed])

  const turnOn = async () => {
    try {
      onDone((await turnOnSecondFactor(code.trim())).recoveryCodes)
    } catch (error) {
      const problem = asProblem(error)
      if (problem.code === 'confirmation-required') throw error
      setComplaint(errorsByAttribute(problem.errors).code || problem.message || t('state.offlineDetail'))
      setCode('')
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void confirmed(turnOn)
  }
  if (!begun) {
    return (
      <>
        <SkeletonRows rows={3} />
        {dialog}
      </>
    )
  }
  return (
    <form className="factor" onSubmit={submit}>
      <p>{t('security.scan')}</p>
      <QRCode
        type="svg"
        value={begun.address}
        size={188}
        bgColor="#ffffff"
        color="#000000"
        aria-label={t('security.qr')}
      />
      <p className="sub">
        {t('security.typeInstead')} <code className="factor-secret">{begun.secret}</code>
      </p>
      <label htmlFor="factor-code">{t('security.code')}</label>
      <Input
        id="factor-code"
        size="large"
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        status={complaint ? 'error' : undefined}
        onChange={(event) => setCode(event.target.value)}
      />
      {complaint && (
        <p className="gate-problem" role="alert">
          {complaint}
        </p>
      )}
      <Button type="primary" size="large" block htmlType="submit" disabled={!code.trim()}>
        {t('security.turnOn')}
      </Button>
      {dialog}
    </form>
  )
}
