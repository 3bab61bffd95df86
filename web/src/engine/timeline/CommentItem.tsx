import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommentEntry } from '~/api/timeline'
import { Body } from './Body'
import { CommentBox } from './CommentBox'
import { EntryFrame, RecordLink } from './EntryFrame'
import { OwnComment, Thread } from './Thread'

/** A comment with its answers. */
export function CommentItem({ entry, host }: { entry: CommentEntry; host: string }) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const place = { object: entry.record.object, id: entry.record.id }
  return (
    <EntryFrame
      name={entry.by.title}
      at={entry.at}
      head={
        entry.record.id === host ? (
          t('timeline.commented')
        ) : (
          <>
            {t('timeline.commentedOn')} <RecordLink record={entry.record} />
          </>
        )
      }
      note={entry.editedAt && <span className="sub"> · {t('timeline.edited')}</span>}
    >
      {editing ? (
        <CommentBox
          {...place}
          comment={entry}
          placeholder={t('timeline.comment')}
          autoFocus
          onDone={() => setEditing(false)}
        />
      ) : entry.deleted ? (
        <p className="sub">{t('timeline.deletedComment')}</p>
      ) : (
        <p className="body">
          <Body body={entry.body} mentions={entry.mentions} />
        </p>
      )}
      <div className="below">
        <Thread place={place} replies={entry.replies} replyTo={entry.id} />
        <OwnComment place={place} comment={entry} onEdit={() => setEditing(true)} />
      </div>
    </EntryFrame>
  )
}
