import { useCallback, useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { aggregateOptions } from '~/api/records'
import { figuresOf } from '~/engine/chart/figures'
import type { Grouping } from '~/engine/chart/groupings'
import { COUNT } from '~/engine/chart/measures'
import { useWording, type Charted } from '~/engine/chart/useChart'
import { useChartWords } from '~/engine/chart/useChartWords'
import { endedBy, rateFigures } from './rates'
import type { SalesSource } from './sources'

/** The share that was won of what ended, by group: two questions, for the groups' names and for their stages. */
export function useWinRates(source: SalesSource, grouping: Grouping, filter: string): Charted {
  const { t, i18n } = useTranslation()
  const wording = useWording()
  const words = useChartWords()
  const { object, stage } = source
  const given = filter || undefined
  const names = useQuery(aggregateOptions(object.name, { group: grouping.path, measure: [COUNT.name], filter: given }))
  const query = useQuery(
    aggregateOptions(object.name, { group: `${grouping.path},${stage.name}`, measure: [COUNT.name], filter: given }),
  )
  const percent = useCallback(
    (value: number) =>
      new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 }).format(value / 100),
    [i18n.language],
  )
  const figures = useMemo(() => {
    if (!names.data || !query.data) return []
    const groups = figuresOf(names.data, grouping, COUNT, 'breakdown', wording)
    return rateFigures(groups, endedBy(query.data, grouping.path, source), source, percent)
  }, [names.data, query.data, grouping, source, wording, percent])
  return {
    kind: 'breakdown',
    measure: { name: 'rate', how: 'avg' },
    figures,
    query: names.isPending ? names : query,
    short: percent,
    heads: { group: words.group(grouping), measure: t('insight.winRate'), share: '' },
    overlaps: false,
    restricted: query.data?.restricted ?? false,
    truncated: query.data?.truncated ?? false,
    earlier: 0,
    unconverted: 0,
  }
}
