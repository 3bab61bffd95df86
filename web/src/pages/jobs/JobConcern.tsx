import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { jobOptions } from '~/api/jobs'
import type { Job } from '~/api/types'
import { useJobWords } from './words'

/** What the job was about, to go there: a record, or the job it took back. */
export function JobConcern({ job }: { job: Job }) {
  const { t } = useTranslation()
  const { titleOf } = useJobWords()
  const undone = job.about.job ?? ''
  const { data: other } = useQuery({ ...jobOptions(undone), enabled: Boolean(undone) })
  const record = job.record ?? other?.record
  if (!record && !other) return null
  return (
    <p className="job-concern">
      {other && (
        <Link to="/jobs/$id" params={{ id: other.id }}>
          {titleOf(other)}
        </Link>
      )}
      {record && (
        <Link to="/$object/$id" params={{ object: record.object, id: record.id }}>
          {t('jobs.toRecord', { title: record.title })}
        </Link>
      )}
    </p>
  )
}
