import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { useSession } from '~/api/session'
import { findFunnel } from '~/engine/shared/funnel'
import { formatToday } from '~/fields/format'
import { usePageTitle } from '~/ui/usePageTitle'
import { Funnel } from './Funnel'
import { MyFollowed } from './MyFollowed'
import { MyMentions } from './MyMentions'
import { MyRecent } from './MyRecent'
import { MyTasks } from './MyTasks'
import { MyTeam } from './MyTeam'
import { Onboarding } from './onboarding/Onboarding'
import { useOnboarding } from './onboarding/useOnboarding'
import { findTasks, RECENT } from './sources'
import './home.css'

/** The part of the day, for the greeting. */
function partOfDay(hour: number): 'morning' | 'afternoon' | 'evening' {
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
}

/** Where one stands: what is to do, how the sales lie, and what one worked on last. */
export function Home() {
  const { t, i18n } = useTranslation()
  const { user } = useSession()
  const catalog = useCatalog()
  const funnel = useMemo(() => findFunnel(catalog), [catalog])
  const tasks = useMemo(() => findTasks(catalog), [catalog])
  const beginning = useOnboarding()
  const now = new Date()
  usePageTitle(t('page.home'))
  return (
    <>
      <div className="page-head">
        <h1>{t(`home.${partOfDay(now.getHours())}`, { name: user.title })}</h1>
        <span className="n">{formatToday(now, i18n.language)}</span>
      </div>
      <div className={beginning.isAwaited ? 'home awaited' : 'home'}>
        {beginning.steps.length > 0 && <Onboarding beginning={beginning} />}
        {tasks && <MyTasks source={tasks} />}
        {funnel && <Funnel source={funnel} />}
        {funnel?.object.capabilities.includes('owned') && <MyTeam funnel={funnel} />}
        <MyMentions />
        <MyFollowed />
        {RECENT.flatMap((name) => catalog.object(name) ?? []).map((object) => (
          <MyRecent key={object.name} object={object} />
        ))}
      </div>
    </>
  )
}
