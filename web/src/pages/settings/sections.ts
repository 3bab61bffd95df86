import { lazy, type ComponentType } from 'react'
import { useCatalog } from '~/api/metadata'
import { useSession } from '~/api/session'
import { loadWords } from '~/i18n'

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

/**
 * Each section loads by itself: nobody reads all of them.
 *
 * @param words the parts of what is said that only such sections say
 */
const of = (
  name: string,
  load: () => Promise<ComponentType>,
  audience: Audience = 'administrators',
  words: readonly string[] = [],
): Section => ({
  name,
  Page: lazy(async () => {
    const [page] = await Promise.all([load(), ...words.map(loadWords)])
    return { default: page }
  }),
  audience,
})

const GROUPS: readonly SectionGroup[] = [
  {
    name: 'mine',
    sections: [
      of('profile', async () => (await import('./Profile')).Profile, 'everybody'),
      of('notifications', async () => (await import('./Notifications')).Notifications, 'everybody'),
      of('security', async () => (await import('./Security')).Security, 'everybody'),
      of('tokens', async () => (await import('./Tokens')).Tokens, 'everybody'),
    ],
  },
  {
    name: 'ofCompany',
    sections: [
      of('company', async () => (await import('./Company')).Company),
      of('organisation', async () => (await import('../organisation/Organisation')).Organisation, 'everybody'),
      of('automation', async () => (await import('./automation/Automation')).Automation, 'configurers', ['automation']),
      of('advice', async () => (await import('./advice/AdviceRules')).AdviceRules, 'configurers', ['adviceRules']),
      of('objects', async () => (await import('./objects/Objects')).Objects, 'administrators', ['objects', 'added']),
      of('attributes', async () => (await import('./attributes/Attributes')).Attributes, 'configurers', ['added']),
      of('choices', async () => (await import('./choices/Choices')).Choices, 'configurers', ['choiceLists']),
      of('numbering', async () => (await import('./numbering/Numbering')).Numbering, 'configurers', ['numbering']),
      of('duplicates', async () => (await import('./duplicates/DuplicateRules')).DuplicateRules, 'configurers'),
      of('layouts', async () => (await import('./layouts/Layouts')).Layouts, 'configurers', ['layouts']),
      of('templates', async () => (await import('./templates/Templates')).Templates, 'everybody', ['templates']),
      of('configuration', async () => (await import('./configuration/Configuration')).Configuration, 'administrators', [
        'configuration',
      ]),
      of('sample', async () => (await import('./SampleCompany')).SampleCompany),
    ],
  },
  {
    name: 'ofRights',
    sections: [
      of('roles', async () => (await import('../rights/Roles')).Roles),
      of('sharing', async () => (await import('../sharing/SharingRules')).SharingRules, 'configurers'),
      of('rules', async () => (await import('./rules/Rules')).Rules, 'configurers', ['assignRules']),
      of('audit', async () => (await import('./audit/Audit')).Audit, 'administrators', ['audit']),
    ],
  },
  {
    name: 'ofAccess',
    sections: [
      of('signIn', async () => (await import('./SignInRules')).SignInRules, 'administrators', ['rules']),
      of('identity-providers', async () => (await import('./IdentityProviders')).IdentityProviders),
      of('programs', async () => (await import('./Programs')).Programs, 'administrators', ['programs']),
      of('webhooks', async () => (await import('./webhooks/Webhooks')).Webhooks, 'administrators', ['webhooks']),
      of('mail', async () => (await import('./Mail')).Mail, 'administrators', ['mail']),
      of('backups', async () => (await import('./Backups')).Backups, 'administrators', ['backups']),
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
