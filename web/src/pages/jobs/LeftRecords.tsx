import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { leftOptions } from '~/api/jobs'
import type { Job } from '~/api/types'
import { RecordLink } from '~/engine/timeline/EntryFrame'

/** Which records the job left as they were, each with the reason. */
export function LeftRecords({ job }: { job: Job }) {
  const { t } = useTranslation()
  const { data } = useQuery(leftOptions(job))
  if (!data || data.items.length === 0) return null
  const heading = t(job.kind === 'undo' ? 'jobs.left' : 'jobs.leftAlone')
  return (
    <section className="differences" aria-label={heading}>
      <h2>{heading}</h2>
      <ul>
        {data.items.map((left) => (
          <li key={`${left.object} ${left.id}`} className="left-record">
            <span>
              <RecordLink record={{ ...left, title: left.title ?? undefined }} />
            </span>
            <span className="sub">{left.reason}</span>
          </li>
        ))}
      </ul>
      {data.more && <p className="sub">{t('jobs.leftMore')}</p>}
    </section>
  )
}
