import { Suspense } from 'react'
import { useIsFetching } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ViewAsBanner } from '~/engine/access/ViewAs'
import { FormsProvider } from '~/engine/form/Forms'
import { PaletteProvider } from '~/engine/palette/Palettes'
import { LiveUpdates } from '~/engine/live/LiveUpdates'
import { SignInAgain } from '~/pages/SignInAgain'
import { NewVersion } from '../NewVersion'
import { OfflineNote } from '../OfflineNote'
import { Loading } from '../states'
import { usePhone } from '../useMedia'
import { ConfirmationOfSaves } from './ConfirmationOfSaves'
import { Rail } from './Rail'
import { TabBar } from './TabBar'
import { TopBar } from './TopBar'
import './frame.css'

/** What stands around every page of somebody signed in. */
export function Frame() {
  const { t } = useTranslation()
  const phone = usePhone()
  const loading = useIsFetching({ predicate: ({ state }) => state.status === 'pending' }) > 0
  return (
    <FormsProvider>
      <PaletteProvider>
        <a className="skip" href="#main">
          {t('frame.skip')}
        </a>
        <div className={phone ? 'app phone' : 'app'}>
          {!phone && <Rail />}
          <div className="pane">
            <TopBar />
            <ViewAsBanner />
            <OfflineNote />
            <NewVersion />
            <LiveUpdates />
            <ConfirmationOfSaves />
            <main id="main" tabIndex={-1} aria-busy={loading}>
              <Suspense fallback={<Loading />}>
                <Outlet />
              </Suspense>
            </main>
          </div>
          {phone && <TabBar />}
        </div>
        <SignInAgain />
      </PaletteProvider>
    </FormsProvider>
  )
}
