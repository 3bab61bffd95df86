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

/** How a job stands; a wish that has not come about yet is on its way. */
export function StatePill({ state, wish }: Pick<Job, 'state'> & Partial<Pick<Job, 'wish'>>) {
  const { t } = useTranslation()
  const words = wish ? t(`jobs.wish.${wish}`) : t(`jobs.state.${state}`, { defaultValue: state })
  return <span className={`pill ${COLORS[state] ?? 'slate'}`}>{words}</span>
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
