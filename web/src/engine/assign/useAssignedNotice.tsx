import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Progress } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { tallyOf, useWatchedJob, type Assigned } from '~/api/assign'
import { isMoving, useJobWish } from '~/api/jobs'
import { useCatalog, type Catalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { recordsChanged } from '~/api/records'

const UNDO_SECONDS = 10

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
  const tally = tallyOf(job)
  if (!ended) {
    return <Progress percent={Math.floor((job?.progress ?? 0) * 100)} size="small" aria-label={t('jobs.progress')} />
  }
  if (job?.state !== 'done') return t(`jobs.state.${job?.state}`)
  return tally?.failed ? t('assign.someStayed', { count: tally.failed }) : null
}

/** "Contacts 3 · Opportunities 1", and what stayed. */
function wordsOf(answer: Assigned, catalog: Catalog): string[] {
  const [, ...along] = answer.moved
  const label = (object: string) => catalog.object(object)?.pluralLabel ?? object
  const moved = along.filter((each) => each.moved > 0).map((each) => `${label(each.object)} ${each.moved}`)
  const stayed = along.flatMap((each) =>
    each.why.map((reason) => `${label(each.object)} ${reason.count}: ${reason.message}`),
  )
  return [...(moved.length ? [moved.join(' · ')] : []), ...stayed]
}

/** Tells what has been given away, and takes it back from the message. */
export function useAssignedNotice() {
  const { t } = useTranslation()
  const { notification, message } = App.useApp()
  const navigate = useNavigate()
  const client = useQueryClient()
  const catalog = useCatalog()
  const wish = useJobWish('undo')

  const undo = async (key: string, job: string) => {
    notification.destroy(key)
    try {
      watch((await wish.mutateAsync({ id: job })).id, true)
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
      {t('assign.details')}
    </Button>
  )
  /** Shows how far a job is until it has ended. */
  const watch = (job: string, undoing = false) => {
    const key = `assign-${job}`
    const show = (ended: boolean) =>
      notification.info({
        key,
        title: t(undoing ? (ended ? 'assign.undone' : 'assign.undoing') : ended ? 'assign.done' : 'assign.running'),
        description: <Watched id={job} onEnd={() => show(true)} />,
        duration: ended ? UNDO_SECONDS : false,
        placement: 'bottom',
        actions: (
          <span className="notice-actions">
            {ended && !undoing && undoButton(key, job)}
            {toJob(key, job)}
          </span>
        ),
      })
    show(false)
  }
  /** What was done while one waited. */
  const tell = (answer: Assigned) => {
    void recordsChanged(client)
    const key = crypto.randomUUID()
    const words = wordsOf(answer, catalog)
    notification.info({
      key,
      title: t(answer.job ? 'assign.done' : 'assign.nothing'),
      description: words.length > 0 ? words.map((each) => <div key={each}>{each}</div>) : undefined,
      duration: UNDO_SECONDS,
      placement: 'bottom',
      actions: answer.job ? undoButton(key, answer.job) : undefined,
    })
  }
  return { watch, tell }
}
