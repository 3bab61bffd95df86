import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trialOptions, type IdentityProvider, type Trial } from '~/api/providers'
import { formatTime } from '~/fields/format'
import { useRoleNames } from './useRoleNames'

function Understood({ trial }: { trial: Trial }) {
  const { t } = useTranslation()
  const { heard } = trial
  if (!heard) return null
  const facts: [string, string | null][] = [
    ['subject', heard.subject],
    ['login', heard.login],
    ['name', heard.name],
    [
      'email',
      heard.email && `${heard.email} (${t(heard.emailVerified ? 'providers.verified' : 'providers.unverified')})`,
    ],
    ['groups', heard.groups.join(', ')],
  ]
  return (
    <dl className="provider-heard">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`providers.heard.${name}`)}</dt>
          <dd>{value || '–'}</dd>
        </div>
      ))}
    </dl>
  )
}

function Consequence({ trial, label }: { trial: Trial; label: string }) {
  const { t } = useTranslation()
  const nameOf = useRoleNames()
  const { planned } = trial
  if (trial.refused)
    return (
      <p className="gate-problem" role="alert">
        {t('providers.wouldRefuse')} {t(`providers.refused.${trial.refused}`, { label })}
        {trial.detail && <code className="provider-detail">{trial.detail}</code>}
      </p>
    )
  if (!planned) return null
  const roles = planned.roles?.map(nameOf).join(', ')
  return (
    <ul className="provider-planned">
      <li>{t(`providers.would.${planned.kind}`, { name: planned.name ?? '', login: planned.login ?? '–' })}</li>
      {planned.kind !== 'make' && planned.name && <li>{t('providers.would.rename', { name: planned.name })}</li>}
      {planned.kind !== 'make' && planned.email && <li>{t('providers.would.email', { email: planned.email })}</li>}
      <li>
        {planned.roles
          ? t('providers.would.roles', { roles: roles || t('providers.noRole') })
          : t('providers.would.keepRoles')}
      </li>
    </ul>
  )
}

/** What came back when one tried the provider last, and what signing in would come to. Nobody was signed in by it. */
export function ProviderTrial({ provider, fresh }: { provider: IdentityProvider; fresh: boolean }) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery({ ...trialOptions(provider.id), enabled: fresh })
  if (!fresh || !data) return null
  return (
    <section className="provider-trial" aria-label={t('providers.tried', { label: provider.label })}>
      <h2>{t('providers.triedAt', { time: formatTime(data.at, i18n.language) })}</h2>
      <Consequence trial={data} label={provider.label} />
      <Understood trial={data} />
      {data.claims && (
        <details>
          <summary>{t('providers.claims')}</summary>
          <pre>{JSON.stringify(data.claims, null, 2)}</pre>
        </details>
      )}
    </section>
  )
}
