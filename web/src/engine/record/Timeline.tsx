import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { historyOptions } from '~/api/records'
import type { HistoryEntry, ObjectType } from '~/api/types'
import { formatAgo, formatTime } from '~/fields/format'
import { Avatar } from '~/ui/Avatar'
import { Failure, SkeletonRows } from '~/ui/states'
import { ChangeWords } from './ChangeWords'

function Event({ object, entry }: { object: ObjectType; entry: HistoryEntry }) {
  const { t, i18n } = useTranslation()
  const name = entry.by?.title ?? t('timeline.system')
  return (
    <li className="ev">
      <Avatar name={name} />
      <div>
        <div className="w">
          <b>{name}</b> {t(`timeline.${entry.action}`)}
          <time dateTime={entry.at} title={formatTime(entry.at, i18n.language)}>
            {formatAgo(entry.at, i18n.language)}
          </time>
        </div>
        {entry.action === 'updated' && <ChangeWords object={object} changes={entry.changes} />}
      </div>
    </li>
  )
}

/** What happened to the record, the newest first, without end. */
export function Timeline({ object, id }: { object: ObjectType; id: string }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(historyOptions(object.name, id))
  const entries = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <section className="card" aria-label={t('record.timeline')}>
      <h2>{t('record.timeline')}</h2>
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      <ol className="tl">
        {entries.map((entry, index) => (
          <Event key={`${entry.at}.${index}`} object={object} entry={entry} />
        ))}
      </ol>
      {query.isSuccess && entries.length === 0 && <p className="nothing">{t('timeline.empty')}</p>}
      {query.hasNextPage && (
        <Button type="text" block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('timeline.earlier')}
        </Button>
      )}
    </section>
  )
}
