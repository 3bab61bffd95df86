import type { ReactNode } from 'react'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Empty, Failure, SkeletonRows } from './states'

interface PagedRowsProps<Row> {
  query: UseInfiniteQueryResult
  /** All that have come until now. */
  rows: readonly Row[]
  /** What is said where there is none. */
  empty: string
  className: string
  children: (row: Row) => ReactNode
}

/** Rows that come page by page, whatever state they are in. */
export function PagedRows<Row>({ query, rows, empty, className, children }: PagedRowsProps<Row>) {
  const { t } = useTranslation()
  return (
    <>
      {query.isError ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <SkeletonRows rows={6} />
      ) : rows.length === 0 ? (
        <Empty title={empty} />
      ) : (
        <ul className={className}>{rows.map(children)}</ul>
      )}
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('list.loadMore')}
        </Button>
      )}
    </>
  )
}
