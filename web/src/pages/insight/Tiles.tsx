import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { aggregateOptions } from '~/api/records'
import type { Aggregate, Money } from '~/api/types'
import { isMoneySum, oneSum, together } from '~/engine/shared/sums'
import { narrowed } from '~/engine/filter/conditions'
import { formatMoney, formatNumber } from '~/fields/format'
import { Failure } from '~/ui/states'
import { rateOf } from './rates'
import { isOf, type SalesSource } from './sources'
import { Tile, TilePlaces } from './Tile'

interface Total {
  count: number
  sum: Money | null
}

function totalOf(answer: Aggregate, { stage, sum }: SalesSource, codes: readonly string[]): Total {
  const groups = answer.groups.filter((group) => codes.includes(String(group[stage.name])))
  const sums = groups.map((group) => group[sum.name]).filter(isMoneySum)
  return { count: groups.reduce((all, group) => all + Number(group.count), 0), sum: oneSum(together(sums)) }
}

/** The figures one looks at first; each leads to the records it is made of. */
export function Tiles({ source, filter }: { source: SalesSource; filter: string }) {
  const { t, i18n } = useTranslation()
  const { object, stage, sum, codes } = source
  const { data, error, refetch } = useQuery(
    aggregateOptions(object.name, { group: stage.name, measure: ['count', sum.name], filter: filter || undefined }),
  )
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <TilePlaces />
  const won = totalOf(data, source, codes.won)
  const lost = totalOf(data, source, codes.lost)
  const open = totalOf(data, source, codes.open)
  const rate = rateOf(won.count, lost.count)
  const money = (value: Money | null) => (value ? formatMoney(value, i18n.language) : '—')
  const records = (count: number) => t('list.count', { count, value: formatNumber(count, i18n.language) })
  const average: Money | null =
    won.sum && won.count > 0
      ? { amount: (Number(won.sum.amount) / won.count).toFixed(0), currency: won.sum.currency }
      : null
  const within = (wanted: readonly string[]) => narrowed(filter, isOf(stage, wanted))
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <div className="tiles">
      <Tile
        label={t('insight.won')}
        value={money(won.sum)}
        detail={records(won.count)}
        object={object.name}
        filter={within(codes.won)}
      />
      <Tile
        label={t('insight.winRate')}
        value={rate === null ? '—' : percent.format(rate / 100)}
        detail={t('insight.wonAndLost', {
          won: formatNumber(won.count, i18n.language),
          lost: formatNumber(lost.count, i18n.language),
        })}
        object={object.name}
        filter={within([...codes.won, ...codes.lost])}
      />
      <Tile label={t('insight.average')} value={money(average)} object={object.name} filter={within(codes.won)} />
      <Tile
        label={t('insight.open')}
        value={records(open.count)}
        detail={open.sum ? money(open.sum) : undefined}
        object={object.name}
        filter={within(codes.open)}
      />
      {data.restricted && <p className="sub tiles-note">{t('chart.restricted')}</p>}
    </div>
  )
}
