import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { auditOptions, type AuditFilter } from '~/api/audit'
import { formatTime } from '~/fields/format'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { AuditEntry } from './AuditEntry'

interface ListProps {
  filter: AuditFilter
  onNarrow: (more: AuditFilter) => void
}

export function AuditList({ filter, onNarrow }: ListProps) {
  const { t, i18n } = useTranslation()
  const query = useInfiniteQuery(auditOptions(filter))
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const searchedTo = query.data?.pages.at(-1)?.searchedTo
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (query.isPending)
    return (
      <div className="card">
        <SkeletonRows rows={8} />
      </div>
    )
  return (
    <section className="card" aria-label={t('audit.list')}>
      {items.length === 0 && !query.hasNextPage ? (
        <Empty title={t('audit.empty')} detail={t('audit.emptyDetail')} />
      ) : (
        <ul className="audit-list">
          {items.map((item) => (
            <AuditEntry key={item.id} item={item} onNarrow={onNarrow} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <footer className="audit-more">
          {searchedTo && (
            <span className="sub">
              {items.length === 0 && `${t('audit.noneYet')} `}
              {t('audit.searchedTo', { time: formatTime(searchedTo, i18n.language) })}
            </span>
          )}
          <Button type="text" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {searchedTo ? t('audit.searchFurther') : t('list.loadMore')}
          </Button>
        </footer>
      )}
    </section>
  )
}
