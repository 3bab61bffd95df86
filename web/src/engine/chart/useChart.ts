import { useCallback, useMemo } from 'react'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { aggregateOptions } from '~/api/records'
import type { ObjectType } from '~/api/types'
import { stagesAskedFor } from '../shared/pipelines'
import { earlierIn, figuresOf, unconvertedIn, type Wording } from './figures'
import type { Grouping, Kind } from './groupings'
import { COUNT, shortFigure, type Measure } from './measures'
import { useChartWords } from './useChartWords'

/** What figures without a value and the like are called here. */
export function useWording(): Wording {
  const { t, i18n } = useTranslation()
  const currency = useCatalog().metadata.tenant.baseCurrency
  return useMemo(
    () => ({
      language: i18n.language,
      currency,
      none: t('chart.none'),
      gone: t('record.gone'),
      yes: t('field.yes'),
      no: t('field.no'),
    }),
    [t, i18n.language, currency],
  )
}

/** The figures of one chart: asked for, and put into the order and words in which they are shown. */
export function useChart(object: ObjectType, grouping: Grouping, measure: Measure, kind: Kind, filter: string) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const wording = useWording()
  const words = useChartWords()
  const measures = measure.how === 'count' ? [COUNT.name] : [COUNT.name, measure.name]
  const query = useQuery(
    aggregateOptions(object.name, { group: grouping.path, measure: measures, filter: filter || undefined }),
  )
  const { data } = query
  const figures = useMemo(() => {
    const { attribute, path } = grouping
    // The way of one pipeline is through its own stages.
    const own =
      kind === 'funnel' && path === attribute.name
        ? { ...grouping, attribute: stagesAskedFor(catalog, object, attribute, filter) }
        : grouping
    return data ? figuresOf(data, own, measure, kind, wording) : []
  }, [data, catalog, object, filter, grouping, measure, kind, wording])
  const short = useCallback(
    (value: number) => shortFigure(value, measure, wording.currency, wording.language),
    [measure, wording],
  )
  return {
    kind,
    measure,
    figures,
    query,
    short,
    heads: {
      group: words.group(grouping),
      measure: words.measure(measure),
      share: t(kind === 'funnel' ? 'chart.ofFirst' : 'chart.share'),
    },
    overlaps: grouping.attribute.within !== undefined,
    restricted: data?.restricted ?? false,
    truncated: data?.truncated ?? false,
    earlier: data && kind === 'trend' ? earlierIn(data, grouping, figures) : 0,
    unconverted: data ? unconvertedIn(data, measure) : 0,
  }
}

/** Whatever was asked: what a card needs is whether it has come. */
export interface Charted extends Omit<ReturnType<typeof useChart>, 'query'> {
  query: Pick<UseQueryResult, 'error' | 'isError' | 'isPending' | 'isSuccess' | 'refetch'>
}
