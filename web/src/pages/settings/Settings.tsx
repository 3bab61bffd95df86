import { Suspense } from 'react'
import { ConfigProvider } from 'antd'
import { Link, useParams } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Problem } from '~/api/problem'
import { useLooking } from '~/api/session'
import { Failure, Loading } from '~/ui/states'
import { usePhone } from '~/ui/useMedia'
import { usePageTitle } from '~/ui/usePageTitle'
import { useSections } from './sections'
import { SettingsNav } from './SettingsNav'
import './settings.css'

const FIRST = 'profile'

function Head({ words, back }: { words: string; back: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="page-head">
      {back && (
        <Link className="settings-back" to="/settings" aria-label={t('settings.all')}>
          <ChevronLeft size={20} aria-hidden />
        </Link>
      )}
      <h1>{words}</h1>
    </div>
  )
}

/** A section beside all others; on a phone first the others and then the section. */
export function Settings() {
  const { t } = useTranslation()
  const { section, id } = useParams({ strict: false }) as { section?: string; id?: string }
  const phone = usePhone()
  const groups = useSections()
  // What is settled can be looked at with another's eyes, and not changed.
  const looking = useLooking()
  const choosing = phone && !section
  const name = section ?? FIRST
  const open = groups.flatMap(({ sections }) => sections).find((each) => each.name === name)
  const words = open && !choosing ? t(`settings.${name}`) : t('page.settings')
  usePageTitle(words)
  if (choosing)
    return (
      <>
        <Head words={words} back={false} />
        <SettingsNav groups={groups} />
      </>
    )
  return (
    <div className={id ? 'settings-page whole' : 'settings-page'}>
      {!phone && !id && <SettingsNav groups={groups} present={name} />}
      <div className="settings-section">
        {!id && <Head words={words} back={phone} />}
        <ConfigProvider componentDisabled={looking}>
          <div className="settings">
            <Suspense fallback={<Loading />}>{open ? <open.Page /> : <Failure error={new Problem(404)} />}</Suspense>
          </div>
        </ConfigProvider>
      </div>
    </div>
  )
}
