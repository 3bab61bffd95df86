import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { Problem } from '~/api/problem'
import { ChartCard } from '~/engine/chart/ChartCard'
import type { Figure } from '~/engine/chart/figures'
import type { Kind } from '~/engine/chart/groupings'
import { COUNT, shortFigure } from '~/engine/chart/measures'
import type { Charted } from '~/engine/chart/useChart'
import { formatMonth, formatNumber } from '~/fields/format'
import { choices } from './specimens'
import { Part } from './Show'

const SIZES = [1280, 640, 410, 120, 86, 32]
const MONTHS = ['2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01']
const STATES = {
  loading: { isPending: true },
  failed: { isError: true, error: new Problem(500) },
  empty: { isSuccess: true },
} as const

/** The three ways in which figures are drawn, and what stands there while there are none. */
export function ChartsPart() {
  const { t, i18n } = useTranslation()
  const object = useCatalog().object('deals')
  const short = useCallback((value: number) => shortFigure(value, COUNT, 'CNY', i18n.language), [i18n.language])
  if (!object) return null
  const figure = (key: string, label: string, index: number, color?: Figure['color']): Figure => {
    const value = SIZES[index] ?? 0
    return {
      key,
      label,
      color,
      value,
      count: value,
      text: formatNumber(value, i18n.language),
      share: (value / 1280) * 100,
      condition: '',
    }
  }
  const stages = choices(t).map(({ code, label, color }, index) => figure(code, label, index, color))
  const months = MONTHS.map((day, index) => figure(day, formatMonth(day, i18n.language), 5 - index))
  const chart = (kind: Kind, figures: Figure[], query: object): Charted =>
    ({
      kind,
      figures,
      measure: COUNT,
      query: { isPending: false, isError: false, isSuccess: false, refetch: () => {}, ...query },
      short,
      heads: { group: t('kit.names.stage'), measure: t('chart.count'), share: t('chart.share') },
      overlaps: false,
      restricted: kind === 'breakdown',
      truncated: false,
      earlier: 0,
      unconverted: kind === 'breakdown' ? 3 : 0,
    }) as unknown as Charted
  const card = (title: string, shown: Charted) => (
    <ChartCard key={title} object={object} title={title} chart={shown} filter="" />
  )
  return (
    <Part name="charts">
      <div className="kit-charts">
        {card(t('kit.charts.funnel'), chart('funnel', stages.slice(0, 5), { isSuccess: true }))}
        {card(t('kit.charts.breakdown'), chart('breakdown', stages, { isSuccess: true }))}
        {card(t('kit.charts.trend'), chart('trend', months, { isSuccess: true }))}
        {(['loading', 'failed', 'empty'] as const).map((state) =>
          card(t(`kit.states.${state}`), chart('breakdown', [], STATES[state])),
        )}
      </div>
    </Part>
  )
}
