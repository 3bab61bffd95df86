import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectType } from '~/api/types'
import type { Grouping, Kind } from './groupings'
import type { Measure } from './measures'

/** What groups, measures and charts are called. */
export function useChartWords() {
  const { t } = useTranslation()
  return useMemo(() => {
    const group = ({ attribute, period, part }: Grouping) =>
      period
        ? t('chart.byPeriod', { label: attribute.label, period: t(`chart.period.${period}`) })
        : part
          ? t('field.address.partOf', { label: attribute.label, part: t(`field.address.${part}`) })
          : attribute.label
    const measure = ({ how, attribute }: Measure) => t(`chart.${how}`, { label: attribute?.label ?? '' })
    const title = (object: ObjectType, kind: Kind, grouping: Grouping, measured: Measure) =>
      kind === 'funnel'
        ? t('chart.funnelOf', { label: object.pluralLabel, measure: measure(measured) })
        : grouping.period
          ? t('chart.titleOfPeriod', {
              measure: measure(measured),
              label: grouping.attribute.label,
              period: t(`chart.period.${grouping.period}`),
            })
          : t('chart.titleOf', { measure: measure(measured), group: group(grouping) })
    return { group, measure, title }
  }, [t])
}
