import { useEffect, useState, type FormEvent } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { doorQuery, useForgettingWhoLeft, useSignIn } from '~/api/session'
import { followLanguage } from '~/i18n'
import { usePageTitle } from '~/ui/usePageTitle'
import { Gate } from './Gate'
import { SecondStep } from './SecondStep'
import { rememberedTenant, rememberTenant, TenantField } from './TenantField'
import { ProviderButtons } from './ProviderButtons'
import { ProviderRefusal } from './ProviderRefusal'

export function SignIn() {
  const { t } = useTranslation()
  const router = useRouter()
  const navigate = useNavigate()
  const { next, refused, provider } = useSearch({ from: '/sign-in' })
  const signIn = useSignIn()
  const { data: door } = useQuery(doorQuery)
  const tenantNeeded = door?.tenantNeeded ?? false
  useEffect(() => void followLanguage(door?.language ?? null), [door?.language])
  const [tenant, setTenant] = useState(rememberedTenant)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [codeAsked, setCodeAsked] = useState(false)
  usePageTitle(t('session.signIn'))
  useForgettingWhoLeft()

  const enter = async (code?: string) => {
    const session = await signIn.mutateAsync({
      login: login.trim(),
      password,
      ...(tenantNeeded && { tenant: tenant.trim() }),
      ...(code && { code }),
    })
    if (tenantNeeded) rememberTenant(tenant.trim())
    if (session.mustChangePassword) await navigate({ to: '/change-password', search: { next } })
    else if (session.mustSetUpSecondFactor) await navigate({ to: '/second-factor', search: { next } })
    else router.history.push(next ?? '/')
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await enter()
    } catch (error) {
      if (asProblem(error).code === 'second-factor-required') setCodeAsked(true)
      else setPassword('')
    }
  }
  const problem = signIn.error ? asProblem(signIn.error) : undefined
  if (codeAsked) {
    return (
      <SecondStep
        problem={problem?.code === 'second-factor-required' ? undefined : problem}
        pending={signIn.isPending}
        onCode={enter}
        onBack={() => {
          signIn.reset()
          setPassword('')
          setCodeAsked(false)
        }}
      />
    )
  }
  return (
    <Gate title={t('session.welcome')}>
      <form onSubmit={(event) => void submit(event)} aria-describedby={problem ? 'sign-in-problem' : undefined}>
        {tenantNeeded && <TenantField value={tenant} onChange={setTenant} />}
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
        {refused && !problem && <ProviderRefusal refused={refused} provider={provider} />}
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
        <p className="gate-aside">
          <Link to="/sign-in/forgotten">{t('forgotten.link')}</Link>
        </p>
      </form>
      <ProviderButtons tenant={tenantNeeded ? tenant.trim() : undefined} next={next} />
    </Gate>
  )
}
