import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { Problem } from '~/api/problem'
import { qualityOptions } from '~/api/quality'
import type { ObjectType } from '~/api/types'
import { ChartCard } from '~/engine/chart/ChartCard'
import { findGrouping, groupingsOf, type Grouping } from '~/engine/chart/groupings'
import { useChart } from '~/engine/chart/useChart'
import { Failure } from '~/ui/states'
import { usePageTitle } from '~/ui/usePageTitle'
import { QualityTiles } from './QualityTiles'
import { measuredIn, qualityObjects } from './objects'
import { useMissing } from './useMissing'
import '../insight/insight.css'
import './quality.css'

function ByOwner({ object, owner }: { object: ObjectType; owner: Grouping }) {
  const { t } = useTranslation()
  const measure = useMemo(() => measuredIn(object), [object])
  const chart = useChart(object, owner, measure, 'breakdown', '')
  return <ChartCard object={object} title={t('quality.byOwner')} chart={chart} filter="" />
}

function Overview({ object }: { object: ObjectType }) {
  const catalog = useCatalog()
  const quality = useQuery(qualityOptions(object.name, undefined))
  const { t } = useTranslation()
  const missing = useMissing(object)
  const owner = findGrouping(groupingsOf(catalog, object), 'owner')
  if (quality.error) return <Failure error={quality.error} onRetry={() => void quality.refetch()} />
  return (
    <div className="insight quality">
      <QualityTiles object={object} quality={quality.data} />
      <ChartCard object={object} title={t('quality.missing')} chart={missing} filter="" />
      {owner && <ByOwner object={object} owner={owner} />}
    </div>
  )
}

/** How far one can rely on what is kept, and what to put right first; each figure leads to the records it is made of. */
export function Quality() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const navigate = useNavigate()
  const objects = qualityObjects(catalog)
  const { object: named } = useSearch({ strict: false }) as { object?: string }
  const object = objects.find(({ name }) => name === named) ?? objects[0]
  usePageTitle(t('page.quality'))
  if (!object) return <Failure error={new Problem(404)} />
  return (
    <>
      <div className="page-head">
        <h1>{t('page.quality')}</h1>
        <span className="grow" />
        {object.compared?.length ? (
          <Link to="/duplicates" search={{ object: object.name }}>
            {t('page.duplicates')}
          </Link>
        ) : null}
        <Segmented<string>
          className="quality-of"
          aria-label={t('quality.of')}
          value={object.name}
          options={objects.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel }))}
          onChange={(name) => void navigate({ to: '/quality', search: { object: name } })}
        />
      </div>
      <Overview key={object.name} object={object} />
    </>
  )
}
