import { useCallback, useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { qualityOptions } from '~/api/quality'
import type { ObjectType } from '~/api/types'
import type { Figure } from '~/engine/chart/figures'
import { COUNT } from '~/engine/chart/measures'
import type { Charted } from '~/engine/chart/useChart'
import { useChartWords } from '~/engine/chart/useChartWords'
import { formatNumber } from '~/fields/format'

/** What records do not say, most often first; each figure leads to those that do not. */
export function useMissing(object: ObjectType): Charted {
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const words = useChartWords()
  const query = useQuery(qualityOptions(object.name, undefined))
  const short = useCallback((value: number) => formatNumber(value, i18n.language), [i18n.language])
  const figures = useMemo(
    () =>
      (query.data?.missing ?? []).map(({ attribute, count }): Figure => ({
        key: attribute,
        label: catalog.attribute(object.name, attribute)?.label ?? attribute,
        value: count,
        text: short(count),
        count,
        color: 'ochre',
        share: query.data?.count ? (count / query.data.count) * 100 : undefined,
        condition: `!has(${attribute})`,
      })),
    [query.data, catalog, object, short],
  )
  return {
    kind: 'breakdown',
    measure: COUNT,
    figures,
    query,
    short,
    heads: { group: t('quality.attribute'), measure: words.measure(COUNT), share: t('chart.share') },
    overlaps: false,
    // The tiles say so.
    restricted: false,
    truncated: false,
    earlier: 0,
    unconverted: 0,
  }
}
