import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { duplicatesOptions, type DuplicateState } from '~/api/duplicates'
import { useCatalog } from '~/api/metadata'
import { Problem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { formatNumber } from '~/fields/format'
import { Failure } from '~/ui/states'
import { usePageTitle } from '~/ui/usePageTitle'
import { Groups } from './Groups'
import { StandingBar } from './StandingBar'
import './duplicates.css'

/** How many groups there are to be looked at. */
function Total({ object }: { object: ObjectType }) {
  const { t, i18n } = useTranslation()
  const { data } = useInfiniteQuery(duplicatesOptions(object.name, 'open'))
  const count = data?.pages[0]?.count
  if (!count || count.value === 0) return null
  const shown = formatNumber(count.value, i18n.language) + (count.exact ? '' : '+')
  return <span className="sub">{t('duplicates.total', { count: count.value, shown })}</span>
}

/** Records that seem to be one, to be looked at two by two. */
export function Duplicates() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const navigate = useNavigate()
  const objects = catalog.pages.filter(({ compared }) => compared?.length)
  const { object: named, state = 'open' } = useSearch({ from: '/frame/duplicates' })
  const object = objects.find(({ name }) => name === named) ?? objects[0]
  usePageTitle(t('page.duplicates'))
  if (!object) return <Failure error={new Problem(404)} />
  const show = (name: string, of: DuplicateState) =>
    void navigate({ to: '/duplicates', search: { object: name, ...(of === 'dismissed' && { state: of }) } })
  return (
    <>
      <div className="page-head">
        <h1>{t('page.duplicates')}</h1>
        <span className="grow" />
        <Segmented<string>
          aria-label={t('duplicates.of')}
          value={object.name}
          options={objects.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel }))}
          onChange={(name) => show(name, state)}
        />
      </div>
      <div className="duplicates-page">
        <StandingBar key={object.name} object={object} />
        <div className="duplicates-filter">
          <Segmented<DuplicateState>
            aria-label={t('duplicates.state')}
            value={state}
            options={[
              { value: 'open', label: t('duplicates.open') },
              { value: 'dismissed', label: t('duplicates.dismissed') },
            ]}
            onChange={(of) => show(object.name, of)}
          />
          {state === 'open' && <Total object={object} />}
        </div>
        <Groups key={`${object.name} ${state}`} object={object} state={state} />
      </div>
    </>
  )
}
