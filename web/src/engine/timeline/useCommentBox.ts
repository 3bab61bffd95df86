import { useMemo, useRef, useState } from 'react'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { useSession } from '~/api/session'
import { useComments, type Comment } from '~/api/timeline'
import { Draft } from '../form/draft'
import { toBody, toTyped, type Chosen } from './mentions'

export interface CommentPlace {
  object: string
  id: string
  replyTo?: string
  /** The comment that is changed. */
  comment?: Comment
}

interface Typed {
  typed: string
  chosen: Chosen
}

const NOTHING: Typed = { typed: '', chosen: {} }

/** A comment being written: kept until it is sent, and sent once. */
export function useCommentBox({ object, id, replyTo, comment }: CommentPlace, onSaid?: () => void) {
  const { user } = useSession()
  const place = comment?.id ?? replyTo ?? 'new'
  const draft = useMemo(() => new Draft(user.id, `${object}.${id}.comment`, place), [user.id, object, id, place])
  const [{ typed, chosen }, setState] = useState<Typed>(
    () => (draft.read() as Typed | undefined) ?? (comment ? toTyped(comment.body, comment.mentions) : NOTHING),
  )
  const latest = useRef(chosen)
  const [complaint, setComplaint] = useState('')
  const key = useRef(crypto.randomUUID())
  const { say } = useComments({ object, id })

  const set = (next: Typed) => {
    setState(next)
    setComplaint('')
    draft.write({ ...next })
  }
  const discard = () => {
    draft.discard()
    latest.current = {}
    setState(NOTHING)
    setComplaint('')
  }
  const send = async () => {
    if (say.isPending || !typed.trim()) return
    try {
      await say.mutateAsync({ body: toBody(typed, chosen), replyTo, comment: comment?.id, key: key.current })
      discard()
      onSaid?.()
    } catch (error) {
      const problem = asProblem(error)
      setComplaint(errorsByAttribute(problem.errors).body || problem.message || 'offline')
      if (problem.isOffline) return
    }
    key.current = crypto.randomUUID()
  }
  return {
    typed,
    type: (text: string) => set({ typed: text, chosen: latest.current }),
    /** Whom a name in the text means; the text itself comes with the change that follows or went before. */
    remember: (name: string, person: string) => {
      latest.current = { ...latest.current, [name]: person }
      setState((before) => {
        const next = { ...before, chosen: latest.current }
        draft.write({ ...next })
        return next
      })
    },
    chosen,
    complaint,
    busy: say.isPending,
    send,
    discard,
  }
}
