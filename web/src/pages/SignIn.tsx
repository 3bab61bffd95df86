import { useState, type FormEvent } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { doorQuery, useSignIn } from '~/api/session'
import { usePageTitle } from '~/ui/usePageTitle'
import { Gate } from './Gate'

/** Where this browser remembers the company it signed in to last. */
const TENANT = 'keyuan.tenant'

export function SignIn() {
  const { t } = useTranslation()
  const router = useRouter()
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/sign-in' })
  const signIn = useSignIn()
  const { data: door } = useQuery(doorQuery)
  const tenantNeeded = door?.tenantNeeded ?? false
  const [tenant, setTenant] = useState(() => localStorage.getItem(TENANT) ?? '')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  usePageTitle(t('session.signIn'))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const session = await signIn.mutateAsync({
        login: login.trim(),
        password,
        ...(tenantNeeded && { tenant: tenant.trim() }),
      })
      if (tenantNeeded) localStorage.setItem(TENANT, tenant.trim())
      if (session.mustChangePassword) await navigate({ to: '/change-password', search: { next } })
      else router.history.push(next ?? '/')
    } catch {
      setPassword('')
    }
  }
  const problem = signIn.error ? asProblem(signIn.error) : undefined
  return (
    <Gate title={t('session.welcome')}>
      <form onSubmit={(event) => void submit(event)} aria-describedby={problem ? 'sign-in-problem' : undefined}>
        {tenantNeeded && (
          <>
            <label htmlFor="tenant">{t('session.tenant')}</label>
            <Input
              id="tenant"
              size="large"
              autoComplete="organization"
              autoCapitalize="none"
              value={tenant}
              onChange={(event) => setTenant(event.target.value)}
            />
          </>
        )}
        <label htmlFor="login">{t('session.login')}</label>
        <Input
          id="login"
          size="large"
          autoFocus
          autoComplete="username"
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
        <label htmlFor="password">{t('session.password')}</label>
        <Input.Password
          id="password"
          size="large"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {problem && (
          <p id="sign-in-problem" className="gate-problem" role="alert">
            {problem.isOffline ? t('state.offlineDetail') : problem.message || t('session.refused')}
          </p>
        )}
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={signIn.isPending}
          disabled={!login.trim() || !password || (tenantNeeded && !tenant.trim())}
        >
          {t('session.signIn')}
        </Button>
      </form>
    </Gate>
  )
}
