import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Progress } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isMoving, useJobWish, useWatchedJob } from '~/api/jobs'
import { asProblem } from '~/api/problem'
import { recordsChanged } from '~/api/records'

export const UNDO_SECONDS = 10

/** What a job is called while it runs and when it has ended. */
export interface JobWords {
  running: string
  done: string
  /** Whether nothing of it can be taken back. */
  final?: boolean
}

const UNDOING: JobWords = { running: 'notice.undoing', done: 'notice.undone' }

/** Shown above the router: it may ask the server, but leads nowhere by itself. */
function Watched({ id, onEnd }: { id: string; onEnd: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const { data: job } = useWatchedJob(id)
  const ended = Boolean(job && !isMoving(job))
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    if (!ended) return
    void recordsChanged(client)
    end.current()
  }, [ended, client])
  if (!ended) {
    return <Progress percent={Math.floor((job?.progress ?? 0) * 100)} size="small" aria-label={t('jobs.progress')} />
  }
  if (job?.state !== 'done') return t(`jobs.state.${job?.state}`)
  const stayed = (job.result?.failed ?? 0) + (job.result?.kept ?? 0)
  return stayed > 0 ? t('notice.someStayed', { count: stayed }) : null
}

/** Shows how far a job is until it has ended, and takes it back from the message. */
export function useJobNotice() {
  const { t } = useTranslation()
  const { notification, message } = App.useApp()
  const navigate = useNavigate()
  const wish = useJobWish('undo')

  const undo = async (key: string, job: string) => {
    notification.destroy(key)
    try {
      watch((await wish.mutateAsync({ id: job })).id, UNDOING)
    } catch (error) {
      message.error(asProblem(error).message || t('state.failed'))
    }
  }
  const undoButton = (key: string, job: string) => (
    <Button size="small" onClick={() => void undo(key, job)}>
      {t('action.undo')}
    </Button>
  )
  const toJob = (key: string, job: string) => (
    <Button
      size="small"
      onClick={() => {
        notification.destroy(key)
        void navigate({ to: '/jobs/$id', params: { id: job } })
      }}
    >
      {t('notice.details')}
    </Button>
  )
  const watch = (job: string, words: JobWords) => {
    const key = `job-${job}`
    const show = (ended: boolean) =>
      notification.info({
        key,
        title: t(ended ? words.done : words.running),
        description: <Watched id={job} onEnd={() => show(true)} />,
        duration: ended ? UNDO_SECONDS : false,
        placement: 'bottom',
        actions: (
          <span className="notice-actions">
            {ended && words !== UNDOING && !words.final && undoButton(key, job)}
            {toJob(key, job)}
          </span>
        ),
      })
    show(false)
  }
  return { watch, undoButton }
}
