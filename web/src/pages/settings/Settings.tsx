import { lazy } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { useSession } from '~/api/session'
import { Problem } from '~/api/problem'
import { Failure } from '~/ui/states'
import { usePageTitle } from '~/ui/usePageTitle'
import { Audit } from './audit/Audit'
import { Backups } from './Backups'
import { Organisation } from '~/pages/organisation/Organisation'
import { Company } from './Company'
import { IdentityProviders } from './IdentityProviders'
import { Mail } from './Mail'
import { Notifications } from './Notifications'
import { Profile } from './Profile'
import { Programs } from './Programs'
import { Rules } from './rules/Rules'
import { SampleCompany } from './SampleCompany'
import { Security } from './Security'
import { SignInRules } from './SignInRules'
import { Tokens } from './Tokens'
import './settings.css'

const Roles = lazy(async () => ({ default: (await import('../rights/Roles')).Roles }))
const SharingRules = lazy(async () => ({ default: (await import('../sharing/SharingRules')).SharingRules }))

const SECTIONS = {
  profile: Profile,
  notifications: Notifications,
  security: Security,
  tokens: Tokens,
  organisation: Organisation,
  company: Company,
  roles: Roles,
  sharing: SharingRules,
  mail: Mail,
  signIn: SignInRules,
  'identity-providers': IdentityProviders,
  programs: Programs,
  rules: Rules,
  backups: Backups,
  audit: Audit,
  sample: SampleCompany,
} as const
type SectionName = keyof typeof SECTIONS
const OF_ADMINISTRATORS: readonly SectionName[] = [
  'company',
  'roles',
  'mail',
  'signIn',
  'identity-providers',
  'programs',
  'backups',
  'audit',
  'sample',
]

export function Settings() {
  const { t } = useTranslation()
  const { admin } = useSession()
  const { section = 'profile' } = useParams({ strict: false }) as { section?: string }
  const configures = useCatalog().pages.some(
    ({ rights, capabilities }) => rights.configure && capabilities.includes('owned'),
  )
  const names = (Object.keys(SECTIONS) as SectionName[]).filter((name) =>
    name === 'sharing' || name === 'rules' ? configures : admin || !OF_ADMINISTRATORS.includes(name),
  )
  const Section = names.includes(section as SectionName) ? SECTIONS[section as SectionName] : undefined
  usePageTitle(t('page.settings'))
  return (
    <>
      <div className="page-head">
        <h1>{t('page.settings')}</h1>
      </div>
      <nav className="tabs" aria-label={t('page.settings')}>
        {names.map((name) => (
          <Link
            key={name}
            to="/settings/$section"
            params={{ section: name }}
            className={name === section ? 'on' : undefined}
            aria-current={name === section ? 'page' : undefined}
          >
            {t(`settings.${name}`)}
          </Link>
        ))}
      </nav>
      <div className="settings">{Section ? <Section /> : <Failure error={new Problem(404)} />}</div>
    </>
  )
}
