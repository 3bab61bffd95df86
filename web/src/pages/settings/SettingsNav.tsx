import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '~/api/session'
import type { SectionGroup } from './sections'

interface NavProps {
  groups: readonly SectionGroup[]
  /** The name of the section that is open. */
  present?: string
}

/** All settings by what they are about: beside a section, or on a phone before one is chosen. */
export function SettingsNav({ groups, present }: NavProps) {
  const { t } = useTranslation()
  const { admin } = useSession()
  return (
    <nav className="settings-nav" aria-label={t('page.settings')}>
      {groups.map(({ name: group, sections }) => (
        <section key={group} aria-label={t(`settings.group.${group}`)}>
          <h2>{t(`settings.group.${group}`)}</h2>
          {sections.map(({ name }) => (
            <Link
              key={name}
              to="/settings/$section"
              params={{ section: name }}
              className={name === present ? 'on' : undefined}
              aria-current={name === present ? 'page' : undefined}
            >
              <span>{t(`settings.${name}`)}</span>
              <ChevronRight size={15} aria-hidden />
            </Link>
          ))}
        </section>
      ))}
      {admin && (
        <Link to="/kit" className="kit-link">
          <span>{t('kit.title')}</span>
          <ChevronRight size={15} aria-hidden />
        </Link>
      )}
    </nav>
  )
}
