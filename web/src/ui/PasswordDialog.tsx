import { useState, type FormEvent } from 'react'
import { Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { confirmPassword } from '~/api/protection'

interface PasswordDialogProps {
  onDone: () => void
  onClose: () => void
}

/** Asks for the password once more. */
export function PasswordDialog({ onDone, onClose }: PasswordDialogProps) {
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
