import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { listOptions, useRestore } from '~/api/records'
import type { ObjectType, RecordData, Reference } from '~/api/types'
import { formatAgo, formatTime } from '~/fields/format'
import { titleOf } from '~/fields/reference/options'
import { Empty, Failure, SkeletonRows } from '~/ui/states'

function DeletedRow({ object, record }: { object: ObjectType; record: RecordData }) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const restore = useRestore(object.name)
  const by = record.deletedBy as Reference | null | undefined
  const at = typeof record.deletedAt === 'string' ? record.deletedAt : undefined
  const title = titleOf(record, object.title) || t('record.untitled')
  const bringBack = () =>
    restore.mutate([record.id], {
      onSuccess: () => message.success(t('delete.restored', { count: 1 })),
      onError: (error) => message.error(asProblem(error).message || t('state.failed')),
    })
  return (
    <li className="item">
      <Link className="grow ellipsis" title={title} to="/$object/$id" params={{ object: object.name, id: record.id }}>
        <b>{title}</b>
      </Link>
      <span className="sub">{by?.title}</span>
      {at && (
        <time className="sub" dateTime={at} title={formatTime(at, i18n.language)}>
          {formatAgo(at, i18n.language)}
        </time>
      )}
      {object.rights.delete && (
        <Button
          size="small"
          icon={<Undo2 size={14} />}
          loading={restore.isPending}
          aria-label={t('bin.restoreOne', { title })}
          onClick={bringBack}
        >
          {t('action.restore')}
        </Button>
      )}
    </li>
  )
}

export function DeletedRows({ object }: { object: ObjectType }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(
    listOptions(object.name, { deleted: true, fields: [object.title, 'deletedAt', 'deletedBy'] }),
  )
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (query.isPending)
    return (
      <div className="card bin">
        <SkeletonRows rows={6} />
      </div>
    )
  if (rows.length === 0)
    return <Empty title={t('bin.empty', { label: object.pluralLabel })} detail={t('bin.emptyDetail')} />
  return (
    <div className="card bin">
      <ul aria-label={t('page.recycleBin')}>
        {rows.map((record) => (
          <DeletedRow key={record.id} object={object} record={record} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button type="text" block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('list.loadMore')}
        </Button>
      )}
    </div>
  )
}
