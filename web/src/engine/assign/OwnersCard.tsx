import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ownersOptions, type OwnerInTime } from '~/api/assign'
import type { ObjectType, RecordData } from '~/api/types'
import { formatTime } from '~/fields/format'
import { Failure } from '~/ui/states'
import './assign.css'

function Owner({ item }: { item: OwnerInTime }) {
  const { t, i18n } = useTranslation()
  const from = formatTime(item.from, i18n.language)
  const period = item.until
    ? t('assign.fromUntil', { from, until: formatTime(item.until, i18n.language) })
    : t('assign.since', { from })
  return (
    <li>
      <b>{item.owner ? (item.owner.title ?? t('record.gone')) : t('assign.nobody')}</b>
      <div className="sub">
        {period} · {t('assign.doneBy', { name: item.by.title ?? t('record.gone') })}
      </div>
      {item.note && <div className="note">{item.note}</div>}
    </li>
  )
}

/** Whom the record belonged to; not shown as long as that was only one. */
export function OwnersCard({ object, record }: { object: ObjectType; record: RecordData }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(ownersOptions(object.name, record.id))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data || data.items.length < 2) return null
  return (
    <section className="card" aria-label={t('assign.owners')}>
      <h2>{t('assign.owners')}</h2>
      <ol className="owners">
        {data.items.map((item) => (
          <Owner key={item.from} item={item} />
        ))}
      </ol>
    </section>
  )
}
