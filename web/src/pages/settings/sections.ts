import { lazy, type ComponentType } from 'react'
import { useCatalog } from '~/api/metadata'
import { useSession } from '~/api/session'
import { Organisation } from '~/pages/organisation/Organisation'
import { Audit } from './audit/Audit'
import { Backups } from './Backups'
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

const Roles = lazy(async () => ({ default: (await import('../rights/Roles')).Roles }))
const Webhooks = lazy(async () => ({ default: (await import('./webhooks/Webhooks')).Webhooks }))
const SharingRules = lazy(async () => ({ default: (await import('../sharing/SharingRules')).SharingRules }))

/** Who finds a section: everybody, administrators, or whoever sets up some object that people own. */
type Audience = 'everybody' | 'administrators' | 'configurers'

export interface Section {
  /** The last part of its address, and its word. */
  name: string
  Page: ComponentType
  audience: Audience
}

export interface SectionGroup {
  name: string
  sections: Section[]
}

const of = (name: string, Page: ComponentType, audience: Audience = 'administrators'): Section => ({
  name,
  Page,
  audience,
})

const GROUPS: readonly SectionGroup[] = [
  {
    name: 'mine',
    sections: [
      of('profile', Profile, 'everybody'),
      of('notifications', Notifications, 'everybody'),
      of('security', Security, 'everybody'),
      of('tokens', Tokens, 'everybody'),
    ],
  },
  {
    name: 'ofCompany',
    sections: [of('company', Company), of('organisation', Organisation, 'everybody'), of('sample', SampleCompany)],
  },
  {
    name: 'ofRights',
    sections: [
      of('roles', Roles),
      of('sharing', SharingRules, 'configurers'),
      of('rules', Rules, 'configurers'),
      of('audit', Audit),
    ],
  },
  {
    name: 'ofAccess',
    sections: [
      of('signIn', SignInRules),
      of('identity-providers', IdentityProviders),
      of('programs', Programs),
      of('webhooks', Webhooks),
      of('mail', Mail),
      of('backups', Backups),
    ],
  },
]

/** The sections the reader may open, by what they are about. */
export function useSections(): SectionGroup[] {
  const { admin } = useSession()
  const configures = useCatalog().pages.some(
    ({ rights, capabilities }) => rights.configure && capabilities.includes('owned'),
  )
  const reaches = ({ audience }: Section) =>
    audience === 'everybody' || (audience === 'configurers' ? configures : admin)
  return GROUPS.map(({ name, sections }) => ({ name, sections: sections.filter(reaches) })).filter(
    ({ sections }) => sections.length > 0,
  )
}
