import { useEffect, useState, type FormEvent } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem, errorsByAttribute, type Problem } from '~/api/problem'
import { linkOptions, redeemLink, type LinkStanding } from '~/api/protection'
import { useSignIn } from '~/api/session'
import { followLanguage } from '~/i18n'
import { usePageTitle } from '~/ui/usePageTitle'
import { Gate } from './Gate'
import { NewPasswordFields } from './NewPasswordFields'

function ChoosePassword({ token, standing }: { token: string; standing: LinkStanding }) {
  const { t } = useTranslation()
  const router = useRouter()
  const navigate = useNavigate()
  const signIn = useSignIn()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [pending, setPending] = useState(false)

  const enter = async () => {
    try {
      const session = await signIn.mutateAsync({ login: standing.login, password, tenant: standing.tenant })
      if (session.mustSetUpSecondFactor) await navigate({ to: '/second-factor', search: {} })
      else router.history.push('/')
    } catch {
      // Whoever has a second factor shows it at the door.
      await navigate({ to: '/sign-in', search: {} })
    }
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (password !== again) return
    setPending(true)
    try {
      await redeemLink({ token, password })
      await enter()
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setPending(false)
    }
  }
  const errors = problem ? errorsByAttribute(problem.errors) : {}
  return (
    <form onSubmit={(event) => void submit(event)}>
      <input type="text" hidden readOnly autoComplete="username" value={standing.login} />
      <NewPasswordFields
        password={password}
        again={again}
        error={errors.password}
        onPassword={setPassword}
        onAgain={setAgain}
      />
      {problem && !errors.password && (
        <p className="gate-problem" role="alert">
          {problem.message || t('state.offlineDetail')}
        </p>
      )}
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        loading={pending}
        disabled={!password || password !== again}
      >
        {t('link.choose')}
      </Button>
    </form>
  )
}

/** Where the link of a letter leads: an invitation, or a forgotten password. */
export function LinkPage() {
  const { t } = useTranslation()
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const { data, error } = useQuery(linkOptions(token))
  useEffect(() => void followLanguage(data?.language ?? null), [data?.language])
  const title = data?.kind === 'invitation' ? t('link.welcome', { name: data.name }) : t('link.reset')
  usePageTitle(title)
  if (error) {
    const problem = asProblem(error)
    return (
      <Gate title={t('link.dead')} note={problem.message || t('state.offlineDetail')}>
        <p className="gate-aside">
          <Link to="/sign-in/forgotten">{t('link.another')}</Link>
        </p>
      </Gate>
    )
  }
  if (!data) return <Gate title={t('link.reset')}>{null}</Gate>
  return (
    <Gate title={title} note={t('link.note', { company: data.company, login: data.login })}>
      <ChoosePassword token={token} standing={data} />
    </Gate>
  )
}
