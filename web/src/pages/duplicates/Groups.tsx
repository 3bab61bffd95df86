import { useEffect, useRef } from 'react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { duplicatesOptions, standingOptions, type DuplicateState } from '~/api/duplicates'
import type { ObjectType } from '~/api/types'
import { MergeButton } from '~/engine/merge/MergeButton'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { PairRow } from './PairRow'
import { useTelling } from './Telling'

interface GroupsProps {
  object: ObjectType
  state: DuplicateState
}

function NoGroups({ object, state, scanned }: GroupsProps & { scanned: boolean }) {
  const { t } = useTranslation()
  if (state === 'dismissed') return <Empty title={t('duplicates.nothingDismissed')} />
  const label = object.pluralLabel
  return scanned ? (
    <Empty title={t('duplicates.empty', { label })} detail={t('duplicates.emptyDetail')} />
  ) : (
    <Empty title={t('duplicates.never')} detail={t('duplicates.neverDetail', { label })} />
  )
}

/** The groups of records that seem to be one, the likeliest first. */
export function Groups({ object, state }: GroupsProps) {
  const { t } = useTranslation()
  const groups = useInfiniteQuery(duplicatesOptions(object.name, state))
  const standing = useQuery(standingOptions(object.name))
  const underway = standing.data?.underway ?? false
  const before = useRef(underway)
  const { refetch } = groups
  useEffect(() => {
    // What was found is there when all have been looked through.
    if (before.current && !underway) void refetch()
    before.current = underway
  }, [underway, refetch])
  const shown = groups.data?.pages.flatMap(({ items }) => items) ?? []
  const telling = useTelling(object, [...new Set(shown.flatMap(({ records }) => records.map(({ id }) => id)))])
  if (groups.error) return <Failure error={groups.error} onRetry={() => void refetch()} />
  if (!groups.data) {
    return (
      <div className="card duplicates">
        <SkeletonRows rows={5} />
      </div>
    )
  }
  if (shown.length === 0) return <NoGroups object={object} state={state} scanned={Boolean(standing.data?.scannedAt)} />
  return (
    <>
      {shown.map((group) => (
        <section
          className="card duplicates"
          key={group.id ?? `${group.pairs[0]?.one} ${group.pairs[0]?.other}`}
          aria-label={t('duplicates.group', { title: group.records[0]?.title })}
        >
          {group.id !== null && group.records.length > 2 && (
            <div className="group-head">
              <span className="sub grow">{t('duplicates.records', { count: group.records.length })}</span>
              <MergeButton object={object} ids={group.records.map(({ id }) => id)} />
            </div>
          )}
          <ul>
            {group.pairs.map((pair) => (
              <PairRow key={`${pair.one} ${pair.other}`} object={object} group={group} pair={pair} telling={telling} />
            ))}
          </ul>
        </section>
      ))}
      {groups.hasNextPage && (
        <Button loading={groups.isFetchingNextPage} onClick={() => void groups.fetchNextPage()}>
          {t('duplicates.more')}
        </Button>
      )}
    </>
  )
}
