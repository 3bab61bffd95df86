import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { aggregateOptions } from '~/api/records'
import type { FunnelSource } from '~/engine/shared/funnel'
import { formatMoney, formatNumber, formatShortMoney } from '~/fields/format'
import { MINE } from '~/engine/shared/people'
import { Restricted } from '~/engine/shared/Restricted'
import { Failure, SkeletonRows } from '~/ui/states'
import { funnelBars, type Bar } from './bars'

type Scope = 'all' | 'mine'
const STORED = 'keyuan.home.scope'

function FunnelBar({ source, bar, scope }: { source: FunnelSource; bar: Bar; scope: Scope }) {
  const { t, i18n } = useTranslation()
  const condition = `${source.stage.name} == '${bar.choice.code}'`
  const amount = bar.sum ? formatShortMoney(bar.sum, i18n.language) : '—'
  const exact = bar.sum ? formatMoney(bar.sum, i18n.language) : ''
  return (
    <Link
      to="/$object"
      params={{ object: source.object.name }}
      search={{ filter: scope === 'mine' ? `${condition} && ${MINE}` : condition }}
      title={`${bar.choice.label} · ${exact} · ${t('list.count', { count: bar.count, value: formatNumber(bar.count, i18n.language) })}`}
    >
      <span className="ellipsis">{bar.choice.label}</span>
      <span className="track">
        <i className={bar.choice.color ?? 'slate'} style={{ width: `${bar.share}%` }} />
      </span>
      <em className="num">
        {amount} · {formatNumber(bar.count, i18n.language)}
      </em>
    </Link>
  )
}

/** How much stands at each stage; every bar leads to the records in it. */
export function Funnel({ source }: { source: FunnelSource }) {
  const { t } = useTranslation()
  const { object, stage, amount } = source
  const [scope, setScope] = useState<Scope>(() => (localStorage.getItem(STORED) === 'mine' ? 'mine' : 'all'))
  const measure = ['count', `sum(${amount.name})`]
  const { data, error, refetch } = useQuery(
    aggregateOptions(object.name, { group: stage.name, measure, filter: scope === 'mine' ? MINE : undefined }),
  )
  const choose = (next: Scope) => {
    localStorage.setItem(STORED, next)
    setScope(next)
  }
  return (
    <section className="card" aria-label={t('home.funnel', { label: object.pluralLabel })}>
      <header>
        <h2>{t('home.funnel', { label: object.pluralLabel })}</h2>
        <Restricted when={data?.restricted} />
        <span className="grow" />
        <Segmented<Scope>
          size="small"
          value={scope}
          onChange={choose}
          options={[
            { value: 'all', label: t('home.all') },
            { value: 'mine', label: t('home.mine') },
          ]}
        />
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={5} />
      ) : (
        <div className="fun">
          {funnelBars(data, stage, measure[1] ?? '').map((bar) => (
            <FunnelBar key={bar.choice.code} source={source} bar={bar} scope={scope} />
          ))}
        </div>
      )}
    </section>
  )
}
