import { useMemo } from 'react'
import { Segmented } from 'antd'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { ChartColumn } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Problem } from '~/api/problem'
import { useCatalog } from '~/api/metadata'
import { ChartCard } from '~/engine/chart/ChartCard'
import type { Grouping, Kind } from '~/engine/chart/groupings'
import { COUNT, type Measure } from '~/engine/chart/measures'
import { useChart } from '~/engine/chart/useChart'
import { useChartWords } from '~/engine/chart/useChartWords'
import { narrowed } from '~/engine/filter/conditions'
import { dateOperators } from '~/fields/date/operators'
import { writeCondition } from '~/fields/operator'
import { Failure } from '~/ui/states'
import { usePageTitle } from '~/ui/usePageTitle'
import { findSales, isOf, type SalesSource } from './sources'
import { SPANS, type Span } from './span'
import { Tiles } from './Tiles'
import { useWinRates } from './useWinRates'
import './insight.css'

function spanFilter(source: SalesSource | undefined, span: Span): string {
  const operator = dateOperators.find(({ name }) => name === span)
  return source?.day && operator ? writeCondition(operator, source.day.name, []) : ''
}

interface PictureProps {
  source: SalesSource
  grouping: Grouping | undefined
  measure: Measure
  kind: Kind
  filter: string
  title?: string
}

function Picture({ source, grouping, measure, kind, filter, ...rest }: PictureProps & { grouping: Grouping }) {
  const { t } = useTranslation()
  const words = useChartWords()
  const { object } = source
  const chart = useChart(object, grouping, measure, kind, filter)
  const title = rest.title ?? words.title(object, kind, grouping, measure)
  return (
    <ChartCard object={object} title={title} chart={chart} filter={filter}>
      <Link
        className="chart-switch"
        to="/$object"
        params={{ object: object.name }}
        search={{ view: 'chart', group: grouping.path, measure: measure.name, kind, filter: filter || undefined }}
      >
        <ChartColumn size={14} aria-hidden />
        {t('insight.vary')}
      </Link>
    </ChartCard>
  )
}

const Pictured = ({ grouping, ...rest }: PictureProps) => grouping && <Picture grouping={grouping} {...rest} />

function WinRates({ source, grouping, filter }: { source: SalesSource; grouping: Grouping; filter: string }) {
  const { t } = useTranslation()
  const words = useChartWords()
  const chart = useWinRates(source, grouping, filter)
  const title = t('insight.winRateBy', { group: words.group(grouping) })
  return <ChartCard object={source.object} title={title} chart={chart} filter={filter} />
}

function Overview({ source, filter }: { source: SalesSource; filter: string }) {
  const { t } = useTranslation()
  const words = useChartWords()
  const by = (grouping: Grouping | undefined) => grouping && t('insight.wonBy', { group: words.group(grouping) })
  const won = narrowed(filter, isOf(source.stage, source.codes.won))
  const picture = { source, measure: source.sum, kind: 'breakdown' as const, filter: won }
  const { region, manager, product } = source
  return (
    <div className="insight">
      <Tiles source={source} filter={filter} />
      <Picture source={source} grouping={source.stages} measure={COUNT} kind="funnel" filter={filter} />
      <Pictured {...picture} grouping={source.months} kind="trend" title={t('insight.wonByMonth')} />
      <Pictured {...picture} grouping={region} title={by(region)} />
      {region && <WinRates source={source} grouping={region} filter={filter} />}
      <Pictured {...picture} grouping={manager} title={by(manager)} />
      {manager && <WinRates source={source} grouping={manager} filter={filter} />}
      <Pictured {...picture} grouping={product} title={by(product)} />
    </div>
  )
}

/** How sales go: what was won, when, where, by whom and with what, each figure with its records behind it. */
export function SalesOverview() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const navigate = useNavigate()
  const { span = 'all' } = useSearch({ strict: false }) as { span?: Span }
  const source = useMemo(() => findSales(catalog), [catalog])
  usePageTitle(t('page.sales'))
  if (!source) return <Failure error={new Problem(404)} />
  return (
    <>
      <div className="page-head">
        <h1>{t('page.sales')}</h1>
        <span className="grow" />
        {source.day && (
          <Segmented<Span>
            aria-label={source.day.label}
            value={span}
            options={SPANS.map((each) => ({ value: each, label: t(`insight.span.${each}`) }))}
            onChange={(next) => void navigate({ to: '/insight', search: next === 'all' ? {} : { span: next } })}
          />
        )}
      </div>
      <Overview source={source} filter={spanFilter(source, span)} />
    </>
  )
}
