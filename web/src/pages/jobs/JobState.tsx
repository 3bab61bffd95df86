import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { isMoving } from '~/api/jobs'
import type { Job, JobState } from '~/api/types'

const COLORS: Record<JobState, string> = {
  queued: 'slate',
  running: 'indigo',
  paused: 'ochre',
  done: 'jade',
  failed: 'cinnabar',
  cancelled: 'slate',
  undone: 'slate',
}

export function StatePill({ state }: { state: JobState }) {
  const { t } = useTranslation()
  return <span className={`pill ${COLORS[state] ?? 'slate'}`}>{t(`jobs.state.${state}`, { defaultValue: state })}</span>
}

export function JobProgress({ job }: { job: Job }) {
  const { t } = useTranslation()
  if (!isMoving(job) && job.state !== 'paused') return null
  const percent = Math.floor((job.progress ?? 0) * 100)
  return (
    <Progress
      percent={percent}
      size="small"
      status={isMoving(job) ? 'active' : 'normal'}
      aria-label={t('jobs.progress')}
    />
  )
}
