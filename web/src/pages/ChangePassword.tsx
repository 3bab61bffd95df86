import { useState, type FormEvent } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { sessionQuery, useChangePassword } from '~/api/session'
import { usePageTitle } from '~/ui/usePageTitle'
import { Gate } from './Gate'
import { NewPasswordFields } from './NewPasswordFields'
import { PasswordField } from './PasswordField'

export function ChangePassword() {
  const { t } = useTranslation()
  const router = useRouter()
  const { message } = App.useApp()
  const { next } = useSearch({ from: '/change-password' })
  const { data: session } = useQuery(sessionQuery)
  const change = useChangePassword()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  usePageTitle(t('password.change'))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (password !== again) return
    try {
      await change.mutateAsync({ current, password })
      message.success(t('password.changed'))
      router.history.push(next ?? '/')
    } catch {
      // The refusal is shown beside the field it is about.
    }
  }
  const problem = change.error ? asProblem(change.error) : undefined
  const errors = problem ? errorsByAttribute(problem.errors) : {}
  const general =
    problem && !errors.current && !errors.password ? problem.message || t('state.offlineDetail') : undefined
  return (
    <Gate title={t('password.change')} note={session?.mustChangePassword ? t('password.must') : undefined}>
      <form onSubmit={(event) => void submit(event)}>
        <PasswordField
          id="current"
          label={t('password.current')}
          value={current}
          error={errors.current}
          autoComplete="current-password"
          onChange={setCurrent}
        />
        <NewPasswordFields
          password={password}
          again={again}
          error={errors.password}
          onPassword={setPassword}
          onAgain={setAgain}
        />
        {general && (
          <p className="gate-problem" role="alert">
            {general}
          </p>
        )}
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={change.isPending}
          disabled={!current || !password || password !== again}
        >
          {t('action.save')}
        </Button>
        {!session?.mustChangePassword && (
          <Button type="text" block onClick={() => router.history.push(next ?? '/')}>
            {t('action.cancel')}
          </Button>
        )}
      </form>
    </Gate>
  )
}
