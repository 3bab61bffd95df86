import { useState } from 'react'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { useLooking } from '~/api/session'
import { useComments, type Comment } from '~/api/timeline'
import { formatAgo, formatTime } from '~/fields/format'
import { Body } from './Body'
import { CommentBox } from './CommentBox'

interface Place {
  object: string
  id: string
}

/** What one may do with a comment of one's own: say it anew, or take it back, which can be undone. */
export function OwnComment({ place, comment, onEdit }: { place: Place; comment: Comment; onEdit: () => void }) {
  const { t } = useTranslation()
  const { message, notification } = App.useApp()
  const { remove, restore } = useComments(place)
  const looking = useLooking()
  if (looking || !comment.mine || comment.deleted) return null

  const undo = (key: string) => {
    notification.destroy(key)
    restore.mutate(comment.id, { onError: (error) => message.error(asProblem(error).message || t('state.failed')) })
  }
  const offerUndo = () => {
    const key = crypto.randomUUID()
    notification.info({
      key,
      title: t('timeline.commentDeleted'),
      placement: 'bottom',
      actions: (
        <Button size="small" onClick={() => undo(key)}>
          {t('action.undo')}
        </Button>
      ),
    })
  }
  const removeThis = () =>
    remove.mutate(comment.id, {
      onSuccess: offerUndo,
      onError: (error) => message.error(asProblem(error).message || t('state.failed')),
    })
  return (
    <>
      <button type="button" className="plain way" onClick={onEdit}>
        {t('action.edit')}
      </button>
      <button type="button" className="plain way" onClick={removeThis}>
        {t('action.delete')}
      </button>
    </>
  )
}

/** An answer: one line where it is short, as managers answer logs. */
function Reply({ place, comment }: { place: Place; comment: Comment }) {
  const { t, i18n } = useTranslation()
  const [editing, setEditing] = useState(false)
  if (editing) {
    return (
      <li>
        <CommentBox
          {...place}
          comment={comment}
          placeholder={t('timeline.comment')}
          autoFocus
          onDone={() => setEditing(false)}
        />
      </li>
    )
  }
  return (
    <li>
      <b>{comment.by.title}</b> <Body body={comment.body} mentions={comment.mentions} />
      <time dateTime={comment.at} title={formatTime(comment.at, i18n.language)}>
        {formatAgo(comment.at, i18n.language)}
        {comment.editedAt && ` · ${t('timeline.edited')}`}
      </time>
      <OwnComment place={place} comment={comment} onEdit={() => setEditing(true)} />
    </li>
  )
}

/** The answers to an entry, and the way to another. */
export function Thread({ place, replies, replyTo }: { place: Place; replies: readonly Comment[]; replyTo?: string }) {
  const { t } = useTranslation()
  const looking = useLooking()
  const [answering, setAnswering] = useState(false)
  return (
    <>
      {replies.length > 0 && (
        <ul className="thread" aria-label={t('timeline.replies')}>
          {replies.map((reply) => (
            <Reply key={reply.id} place={place} comment={reply} />
          ))}
        </ul>
      )}
      {answering ? (
        <CommentBox
          {...place}
          replyTo={replyTo}
          placeholder={t('timeline.replyHint')}
          autoFocus
          onDone={() => setAnswering(false)}
        />
      ) : (
        !looking && (
          <button type="button" className="plain way" onClick={() => setAnswering(true)}>
            {t('timeline.reply')}
          </button>
        )
      )}
    </>
  )
}
