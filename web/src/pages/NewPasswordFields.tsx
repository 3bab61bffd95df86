import { useTranslation } from 'react-i18next'
import { PasswordField } from './PasswordField'

interface NewPasswordFieldsProps {
  password: string
  again: string
  /** What is wrong with the password itself. */
  error?: string
  onPassword: (password: string) => void
  onAgain: (again: string) => void
}

/** A new password, typed twice. */
export function NewPasswordFields({ password, again, error, onPassword, onAgain }: NewPasswordFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <PasswordField
        id="new"
        label={t('password.new')}
        value={password}
        error={error}
        autoComplete="new-password"
        onChange={onPassword}
      />
      <PasswordField
        id="again"
        label={t('password.again')}
        value={again}
        error={again !== '' && again !== password ? t('password.differs') : undefined}
        autoComplete="new-password"
        onChange={onAgain}
      />
    </>
  )
}
