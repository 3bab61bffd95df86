import { useState, type FormEvent } from 'react'
import { useRouter } from '@tanstack/react-router'
import { Button, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { expiry } from '~/api/expiry'
import { asProblem } from '~/api/problem'
import { useRenewal, useSession } from '~/api/session'
import './again.css'

function AgainForm() {
  const { t } = useTranslation()
  const router = useRouter()
  const { user } = useSession()
  const renewal = useRenewal()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const problem = renewal.error ? asProblem(renewal.error) : undefined
  const [codeAsked, setCodeAsked] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await renewal.mutateAsync({
        password,
        ...(codeAsked && { code: code.trim() }),
      })
      expiry.end(true)
    } catch (error) {
      if (asProblem(error).code === 'second-factor-required') setCodeAsked(true)
      else if (codeAsked) setCode('')
      else setPassword('')
    }
  }
  const leave = () => {
    const next = router.state.location.href
    expiry.end(false)
    void router.navigate({ to: '/sign-in', search: { next } })
  }
  const told = problem && problem.code !== 'second-factor-required'
  return (
    <form className="again" onSubmit={(event) => void submit(event)}>
      <p className="sub">{t('session.overNote', { name: user.title })}</p>
      {codeAsked ? (
        <>
          <label htmlFor="again-code">{t('security.code')}</label>
          <Input
            id="again-code"
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </>
      ) : (
        <>
          <label htmlFor="again-password">{t('session.password')}</label>
          <Input.Password
            id="again-password"
            autoFocus
            autoComplete="current-password"
            value={password}
            aria-invalid={Boolean(told)}
            onChange={({ target }) => setPassword(target.value)}
          />
        </>
      )}
      {told && (
        <p className="field-error" role="alert">
          {problem.isOffline ? t('state.offlineDetail') : problem.message || t('session.refused')}
        </p>
      )}
      <Button
        type="primary"
        block
        htmlType="submit"
        loading={renewal.isPending}
        disabled={codeAsked ? !code.trim() : !password}
      >
        {t('session.goOn')}
      </Button>
      <Button type="text" block onClick={leave}>
        {t('session.otherWay')}
      </Button>
    </form>
  )
}

/** Asks who is there, over a page whose content is hidden meanwhile. */
export function AgainDialog({ open }: { open: boolean }) {
  const { t } = useTranslation()
  return (
    <Modal
      open={open}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={null}
      width={380}
      destroyOnHidden
      zIndex={2000}
      rootClassName="again-over"
      title={t('session.over')}
    >
      <AgainForm />
    </Modal>
  )
}
