import { useDeferredValue, useState } from 'react'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Problem } from '~/api/problem'
import { useSession } from '~/api/session'
import type { Density } from '~/engine/list/layout'
import { Failure } from '~/ui/states'
import { useThemeMode, type Preference } from '~/ui/ThemeMode'
import { usePageTitle } from '~/ui/usePageTitle'
import { BadgesPart } from './BadgesPart'
import { BoardsPart } from './BoardsPart'
import { ButtonsPart } from './ButtonsPart'
import { ChartsPart } from './ChartsPart'
import { DialogsPart } from './DialogsPart'
import { FieldsPart } from './FieldsPart'
import { FilesPart } from './FilesPart'
import { FiltersPart } from './FiltersPart'
import { KitData } from './KitData'
import { ListsPart } from './ListsPart'
import { NoticesPart } from './NoticesPart'
import { RecordsPart } from './RecordsPart'
import { TimelinePart } from './TimelinePart'
import './kit.css'

const PARTS = [
  'buttons',
  'badges',
  'fields',
  'filters',
  'lists',
  'records',
  'boards',
  'timeline',
  'files',
  'charts',
  'notices',
  'dialogs',
] as const

function Head({ density, onDensity }: { density: Density; onDensity: (density: Density) => void }) {
  const { t } = useTranslation()
  const { preference, setPreference } = useThemeMode()
  return (
    <>
      <div className="page-head">
        <h1>{t('kit.title')}</h1>
        <span className="grow" />
        <Segmented<Density>
          aria-label={t('kit.density')}
          value={density}
          onChange={onDensity}
          options={(['regular', 'compact'] as const).map((value) => ({ value, label: t(`list.${value}`) }))}
        />
        <Segmented<Preference>
          aria-label={t('theme.title')}
          value={preference}
          onChange={setPreference}
          options={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </div>
      <p className="sub kit-about">{t('kit.about')}</p>
      <nav className="kit-nav" aria-label={t('kit.title')}>
        {PARTS.map((name) => (
          <a key={name} href={`#kit-${name}`}>
            {t(`kit.parts.${name}`)}
          </a>
        ))}
      </nav>
    </>
  )
}

/** Every component in every state, for whoever builds with them or judges how they look. It asks the server for nothing. */
export function Kit() {
  const { t } = useTranslation()
  const { admin } = useSession()
  const [density, setDensity] = useState<Density>('regular')
  // Its head is there at once; all that is below takes a moment to draw.
  const drawn = useDeferredValue(true, false)
  usePageTitle(t('kit.title'))
  if (!admin) return <Failure error={new Problem(403)} />
  return (
    <div className="kit">
      <Head density={density} onDensity={setDensity} />
      {drawn && (
        <KitData>
          <ButtonsPart />
          <BadgesPart />
          <FieldsPart />
          <FiltersPart />
          <ListsPart density={density} />
          <RecordsPart />
          <BoardsPart />
          <TimelinePart />
          <FilesPart />
          <ChartsPart />
          <NoticesPart />
          <DialogsPart />
        </KitData>
      )}
    </div>
  )
}
