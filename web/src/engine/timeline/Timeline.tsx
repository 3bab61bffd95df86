import { useEffect, useState } from 'react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { filesOf, type FilesOf } from '~/api/files'
import { useCatalog } from '~/api/metadata'
import { useLooking, useSession } from '~/api/session'
import {
  doneByOthers,
  haveSeen,
  isChange,
  isComment,
  isFile,
  timelineOptions,
  type TimelineEntry,
} from '~/api/timeline'
import type { ObjectType, RecordData } from '~/api/types'
import { Failure, SkeletonRows } from '~/ui/states'
import { Composer } from './Composer'
import { ChangeItem } from './ChangeItem'
import { CommentItem } from './CommentItem'
import { FileItem } from './FileItem'
import { RecordItem } from './RecordItem'
import { together, type Happening } from './together'
import './timeline.css'

interface ItemProps {
  happening: Happening
  host: string
  of?: FilesOf
}

function Item({ happening: { entry, parts }, host, of }: ItemProps) {
  if (isChange(entry)) return <ChangeItem entry={entry} parts={parts} host={host} of={of} />
  if (isComment(entry)) return <CommentItem entry={entry} host={host} />
  if (isFile(entry)) return <FileItem entry={entry} />
  return <RecordItem entry={entry} host={host} />
}

/** Having it before one's eyes is having seen it; what one did oneself was never news. */
function useSeen(object: string, id: string, entries: readonly TimelineEntry[] | undefined) {
  const client = useQueryClient()
  const looking = useLooking()
  const { user } = useSession()
  const ofOthers = entries && doneByOthers(entries, user.id)
  useEffect(() => {
    // Whoever could not be told keeps it as news; nothing is lost by that. Looking with another's eyes is not their seeing.
    if (ofOthers !== undefined && !looking) haveSeen(client, object, id).catch(() => undefined)
  }, [client, object, id, ofOthers, looking])
}

/** What happened to the record and with it, the newest first, and where more is added. */
export function Timeline({ object, record }: { object: ObjectType; record: RecordData }) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const [kind, setKind] = useState('')
  const query = useInfiniteQuery(timelineOptions(object.name, record.id, kind || undefined))
  const [first] = query.data?.pages ?? []
  useSeen(object.name, record.id, kind || record.deletedAt ? undefined : first?.items)
  const entries = query.data?.pages.flatMap((page) => page.items) ?? []
  const happenings = together(entries, (name) => Boolean(catalog.object(name)?.partOf))
  const kinds = [
    { value: '', label: t('home.all') },
    ...object.entries.map(({ object: name }) => ({ value: name, label: catalog.object(name)?.label ?? name })),
    { value: 'comments', label: t('timeline.comment') },
    { value: 'files', label: t('files.title') },
    { value: 'changes', label: t('timeline.changes') },
  ]
  return (
    <section className="card timeline" aria-label={t('record.timeline')}>
      <header>
        <h2>{t('record.timeline')}</h2>
        <span className="grow" />
        <Segmented<string>
          size="small"
          aria-label={t('timeline.kinds')}
          value={kind}
          onChange={setKind}
          options={kinds}
        />
      </header>
      {!record.deletedAt && <Composer object={object} record={record} />}
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      <ol className="tl">
        {happenings.map((happening) => (
          <Item key={happening.key} happening={happening} host={record.id} of={filesOf(object.name, record)} />
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
