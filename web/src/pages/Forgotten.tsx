import { useState, type FormEvent } from 'react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { forgotPassword } from '~/api/protection'
import { doorQuery } from '~/api/session'
import { usePageTitle } from '~/ui/usePageTitle'
import { Gate } from './Gate'
import { rememberedTenant, TenantField } from './TenantField'

/** Asks for a letter with a link. Whether there is such a login, nobody is told. */
export function Forgotten() {
  const { t } = useTranslation()
  const { data: door } = useQuery(doorQuery)
  const tenantNeeded = door?.tenantNeeded ?? false
  const [tenant, setTenant] = useState(rememberedTenant)
  const [login, setLogin] = useState('')
  const ask = useMutation({ mutationFn: forgotPassword })
  usePageTitle(t('forgotten.title'))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate({ login: login.trim(), ...(tenantNeeded && { tenant: tenant.trim() }) })
  }
  const problem = ask.error ? asProblem(ask.error) : undefined
  const back = (
    <p className="gate-aside">
      <Link to="/sign-in">{t('security.back')}</Link>
    </p>
  )
  if (ask.isSuccess) {
    return (
      <Gate title={t('forgotten.sent')} note={t('forgotten.sentNote')}>
        {back}
      </Gate>
    )
  }
  return (
    <Gate title={t('forgotten.title')} note={t('forgotten.note')}>
      <form onSubmit={submit} aria-describedby={problem ? 'forgotten-problem' : undefined}>
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
        {problem && (
          <p id="forgotten-problem" className="gate-problem" role="alert">
            {problem.message || t('state.offlineDetail')}
          </p>
        )}
        <Button
          type="primary"
          size="large"
          block
          htmlType="submit"
          loading={ask.isPending}
          disabled={!login.trim() || (tenantNeeded && !tenant.trim())}
        >
          {t('forgotten.send')}
        </Button>
        {back}
      </form>
    </Gate>
  )
}
