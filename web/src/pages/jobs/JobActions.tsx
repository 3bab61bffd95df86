import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useJobWish } from '~/api/jobs'
import { asProblem } from '~/api/problem'
import { useLooking } from '~/api/session'
import type { Job } from '~/api/types'
import { offersOf } from './offers'

/** The button, the question and what will happen, by the kind of job that is taken back. */
type UndoWords = readonly [button: string, title: string, detail: string]
const UNDOING_AN_IMPORT: UndoWords = ['jobs.undo', 'jobs.undoTitle', 'jobs.undoDetail']
const UNDOING_ANOTHER: UndoWords = ['action.undo', 'jobs.undoAnyTitle', 'jobs.undoBulkDetail']
const UNDOING: Partial<Record<string, UndoWords>> = {
  import: UNDOING_AN_IMPORT,
  assign: ['action.undo', 'jobs.undoAssignTitle', 'jobs.undoAssignDetail'],
  bulk: ['action.undo', 'jobs.undoBulkTitle', 'jobs.undoBulkDetail'],
  merge: ['action.undo', 'jobs.undoMergeTitle', 'jobs.undoMergeDetail'],
  leave: ['action.undo', 'jobs.undoLeaveTitle', 'jobs.undoLeaveDetail'],
}

/** What can be done with a job as it is. */
export function JobActions({ job }: { job: Job }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const looking = useLooking()
  const { message, modal } = App.useApp()
  const pause = useJobWish('pause')
  const resume = useJobWish('resume')
  const cancel = useJobWish('cancel')
  const undo = useJobWish('undo')
  const [undoWords, undoTitle, undoDetail] = UNDOING[job.kind] ?? UNDOING_ANOTHER
  const onError = (problem: unknown) => void message.error(asProblem(problem).message)
  const takeBack = (id: string, insist: boolean) =>
    modal.confirm({
      title: t(insist ? 'jobs.insistTitle' : undoTitle, { name: job.title }),
      content: t(insist ? 'jobs.insistDetail' : undoDetail, { name: job.title }),
      okText: t(insist ? 'jobs.insist' : undoWords),
      cancelText: t('action.cancel'),
      onOk: () =>
        undo.mutate(
          { id, insist },
          { onError, onSuccess: (undoing) => void navigate({ to: '/jobs/$id', params: { id: undoing.id } }) },
        ),
    })
  const { insistOn, upload, ...offers } = offersOf(job)
  if (looking) return null
  return (
    <>
      {offers.pause && (
        <Button loading={pause.isPending} onClick={() => pause.mutate({ id: job.id }, { onError })}>
          {t('jobs.pause')}
        </Button>
      )}
      {offers.resume && (
        <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate({ id: job.id }, { onError })}>
          {t('jobs.resume')}
        </Button>
      )}
      {offers.cancel && (
        <Button danger loading={cancel.isPending} onClick={() => cancel.mutate({ id: job.id }, { onError })}>
          {t('action.cancelJob')}
        </Button>
      )}
      {offers.undo && <Button onClick={() => takeBack(job.id, false)}>{t(undoWords)}</Button>}
      {insistOn && <Button onClick={() => takeBack(insistOn, true)}>{t('jobs.insist')}</Button>}
      {upload && (
        <Button
          type="primary"
          onClick={() =>
            void navigate({ to: '/imports', search: { object: job.about.object, upload, step: 'preview' } })
          }
        >
          {t('jobs.toImport')}
        </Button>
      )}
    </>
  )
}
