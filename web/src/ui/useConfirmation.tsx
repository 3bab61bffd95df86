import { useState, type FormEvent, type ReactNode } from 'react'
import { App, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { confirmPassword } from '~/api/protection'

export function PasswordDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const [complaint, setComplaint] = useState('')
  const submit = async () => {
    try {
      await confirmPassword(password)
      onDone()
    } catch (error) {
      const problem = asProblem(error)
      setComplaint(errorsByAttribute(problem.errors).password || problem.message || t('state.offlineDetail'))
    }
  }
  return (
    <Modal
      open
      title={t('security.confirm')}
      onCancel={onClose}
      onOk={() => void submit()}
      okText={t('security.goOn')}
      okButtonProps={{ disabled: !password }}
    >
      <form
        className="token-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className="sub">{t('security.confirmWhy')}</p>
        <label htmlFor="confirm-password">{t('password.current')}</label>
        <Input.Password
          id="confirm-password"
          autoFocus
          autoComplete="current-password"
          value={password}
          status={complaint ? 'error' : undefined}
          onChange={(event) => setPassword(event.target.value)}
        />
        {complaint && (
          <p className="field-error" role="alert">
            {complaint}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}

/** Does what is sensitive, and asks for the password first where that was given too long ago. */
export function useConfirmation(): [(action: () => Promise<unknown>) => Promise<void>, ReactNode] {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [waiting, setWaiting] = useState<{ action: () => Promise<unknown> }>()
  const run = async (action: () => Promise<unknown>) => {
    try {
      await action()
    } catch (error) {
      const problem = asProblem(error)
      if (problem.code === 'confirmation-required') setWaiting({ action })
      else message.error(problem.message || t('state.offlineDetail'))
    }
  }
  const dialog = waiting && (
    <PasswordDialog
      onClose={() => setWaiting(undefined)}
      onDone={() => {
        setWaiting(undefined)
        void run(waiting.action)
      }}
    />
  )
  return [run, dialog]
}
