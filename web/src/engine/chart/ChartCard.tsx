import { useMemo, useState, type ReactNode } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { ChartColumn, Table2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ObjectType } from '~/api/types'
import { Failure, SkeletonRows } from '~/ui/states'
import { narrowed } from '../filter/conditions'
import { Drawing } from './Drawing'
import { heightOf } from './drawn'
import { FigureTable } from './FigureTable'
import { MOST_PERIODS, type Figure } from './figures'
import type { Kind } from './groupings'
import type { Charted } from './useChart'
import './chart.css'

/** More bars than this say nothing to the eye. */
const MOST_BARS = 30

/** How many there mostly are: so much place is kept until they have come. */
const USUAL_FIGURES = 6

/** What the eye can take in; what has no day stands nowhere on a line through time. */
const drawnOf = (kind: Kind, figures: readonly Figure[]): readonly Figure[] =>
  kind === 'breakdown' ? figures.slice(0, MOST_BARS) : kind === 'trend' ? figures.filter(({ key }) => key) : figures

interface ChartCardProps {
  object: ObjectType
  title: string
  chart: Charted
  filter: string
  children?: ReactNode
}

function Notes({ chart, hidden }: { chart: Charted; hidden: number }) {
  const { t } = useTranslation()
  const notes = [
    chart.kind === 'funnel' && t('chart.funnelNote'),
    hidden > 0 && t('chart.more', { count: hidden }),
    chart.earlier > 0 &&
      t('chart.earlier', { periods: MOST_PERIODS, first: chart.figures[0]?.label, count: chart.earlier }),
    chart.truncated && t('chart.truncated'),
    chart.unconverted > 0 && t('chart.unconverted', { count: chart.unconverted }),
    chart.overlaps && t('chart.overlaps'),
    chart.restricted && t('chart.restricted'),
  ].filter(Boolean)
  return notes.length > 0 && <p className="chart-notes sub">{notes.join(' ')}</p>
}

/** A picture with its title, the table behind it, and a way from each figure to its records. */
export function ChartCard({ object, title, chart, filter, children }: ChartCardProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [asTable, setAsTable] = useState(false)
  const { figures, kind, measure, query } = chart
  const filterOf = (figure: Figure) => narrowed(filter, figure.condition)
  const drawn = useMemo(() => drawnOf(kind, figures), [kind, figures])
  const Icon = asTable ? ChartColumn : Table2
  const nothing = query.isSuccess && figures.every(({ count }) => count === 0)
  return (
    <section className="card chart-card" aria-label={title}>
      <header>
        <h2 title={title}>{title}</h2>
        {children}
        <button
          type="button"
          className="plain chart-switch"
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          <Icon size={14} aria-hidden />
          {t(asTable ? 'chart.asPicture' : 'chart.asTable')}
        </button>
      </header>
      {query.isError ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <div className="drawing" style={{ height: heightOf(kind, USUAL_FIGURES) }}>
          <SkeletonRows rows={USUAL_FIGURES} />
        </div>
      ) : nothing ? (
        <p className="nothing">{t('chart.nothing')}</p>
      ) : (
        <>
          {!asTable && (
            <Drawing
              kind={kind}
              figures={drawn}
              label={t('chart.picture', { title, count: figures.length })}
              short={chart.short}
              onPick={(figure) =>
                void navigate({ to: '/$object', params: { object: object.name }, search: { filter: filterOf(figure) } })
              }
            />
          )}
          <div className={asTable ? 'table-behind' : 'table-behind aside'}>
            <FigureTable
              object={object.name}
              figures={figures}
              heads={chart.heads}
              caption={title}
              measure={measure.name}
              filterOf={filterOf}
            />
          </div>
          <Notes chart={chart} hidden={asTable ? 0 : figures.length - drawn.length} />
        </>
      )}
    </section>
  )
}
