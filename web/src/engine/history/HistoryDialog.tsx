import { useEffect, useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Modal, Slider } from 'antd'
import { useTranslation } from 'react-i18next'
import { historyOptions, type ChangeEntry } from '~/api/timeline'
import type { ObjectType, RecordData } from '~/api/types'
import { formatTime } from '~/fields/format'
import { titleOf } from '~/fields/reference/options'
import { Failure, SkeletonRows } from '~/ui/states'
import { asOf } from './asOf'
import { RecordThen } from './RecordThen'
import './history.css'

/** More than anybody goes through change by change; what is older is in the timeline. */
const MOST = 500

interface HistoryDialogProps {
  object: ObjectType
  record: RecordData
  onClose: () => void
}

/** All changes of the record itself; they come by and by. */
function useHistory(object: ObjectType, record: RecordData) {
  const query = useInfiniteQuery(historyOptions(object.name, record.id))
  const entries = query.data?.pages.flatMap(({ items }) => items).filter((entry) => entry.record.id === record.id) ?? []
  const { hasNextPage, isFetching, fetchNextPage } = query
  const more = hasNextPage && entries.length < MOST
  useEffect(() => {
    if (more && !isFetching) void fetchNextPage()
  }, [more, isFetching, fetchNextPage])
  return { entries, error: query.error, refetch: query.refetch, isWhole: !more }
}

function Moments({ entries, at, onChange }: { entries: ChangeEntry[]; at: number; onChange: (at: number) => void }) {
  const { t, i18n } = useTranslation()
  return (
    <ol className="moments" aria-label={t('history.changes')}>
      {entries.map((entry, index) => (
        <li key={entry.id}>
          <button
            type="button"
            className={index === at ? 'on' : undefined}
            aria-current={index === at ? 'step' : undefined}
            onClick={() => onChange(index)}
          >
            <time dateTime={entry.at}>{formatTime(entry.at, i18n.language)}</time>
            <span className="ellipsis">
              {entry.by?.title}{' '}
              {t(`timeline.${entry.action}`, { titles: entry.merged?.map(({ title }) => title).join(', ') ?? '' })}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** The record as it stood after each of its changes; one goes through them with a slider, or picks one. */
export function HistoryDialog({ object, record, onClose }: HistoryDialogProps) {
  const { t, i18n } = useTranslation()
  const { entries, error, refetch, isWhole } = useHistory(object, record)
  const [at, setAt] = useState(0)
  const chosen = entries[at]
  const last = entries.length - 1
  return (
    <Modal
      open
      width={880}
      footer={null}
      title={t('history.title', { title: titleOf(record, object.title) || t('record.untitled') })}
      onCancel={onClose}
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !chosen ? (
        isWhole ? (
          <p className="nothing">{t('history.none')}</p>
        ) : (
          <SkeletonRows rows={8} />
        )
      ) : (
        <>
          <p className="sub" role="status">
            {t('history.asOf', { time: formatTime(chosen.at, i18n.language), name: chosen.by?.title ?? '' })}
          </p>
          {last > 0 && (
            <Slider
              // The past lies to the left.
              min={0}
              max={last}
              value={last - at}
              tooltip={{ formatter: null }}
              ariaLabelForHandle={t('history.slider')}
              ariaValueTextFormatterForHandle={(value) => formatTime(entries[last - value]?.at ?? '', i18n.language)}
              onChange={(value) => setAt(last - value)}
            />
          )}
          <div className="history">
            <Moments entries={entries} at={at} onChange={setAt} />
            <RecordThen object={object} then={asOf(record, entries, at)} />
          </div>
        </>
      )}
    </Modal>
  )
}
