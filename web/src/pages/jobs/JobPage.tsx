import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { jobOptions } from '~/api/jobs'
import { useCatalog } from '~/api/metadata'
import type { Job } from '~/api/types'
import { formatNumber, formatTime } from '~/fields/format'
import { Failure, SkeletonRows } from '~/ui/states'
import { usePageTitle } from '~/ui/usePageTitle'
import { AlikeRows } from './AlikeRows'
import { AssignAccount } from './AssignAccount'
import { BulkReasons } from './BulkReasons'
import { Differences } from './Differences'
import { JobActions } from './JobActions'
import { JobConcern } from './JobConcern'
import { JobProgress, StatePill } from './JobState'
import { LeftRecords } from './LeftRecords'
import { ACCOUNT, useJobWords } from './words'
import './jobs.css'

const KEPT = 'kept.'

/** What the file of what was left is called, by the kind of job. */
const FILES: Partial<Record<string, string>> = {
  undo: 'jobs.keptFile',
  bulk: 'jobs.leftFile',
  documents: 'jobs.leftFile',
}

/** What an undo or a bulk deletion removes can be brought back. */
const labelOf = (kind: string, part: string): string =>
  part === 'removed' && (kind === 'undo' || kind === 'bulk') ? 'recycled' : part

function Account({ kind, result }: { kind: string; result: Record<string, number> }) {
  const { t } = useTranslation()
  const { figure } = useJobWords()
  return (
    <dl className="account-parts">
      {ACCOUNT.filter((part) => part in result).map((part) => (
        <div
          key={part}
          className={(part === 'failed' || part === 'kept') && (result[part] ?? 0) > 0 ? 'bad' : undefined}
        >
          <dt>{t(`jobs.account.${labelOf(kind, part)}`)}</dt>
          <dd className="num">{figure(part, result[part] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What of a sample company stays, by object. */
function Kept({ result }: { result: Record<string, number> }) {
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const kept = Object.entries(result).filter(([part]) => part.startsWith(KEPT))
  if (kept.length === 0) return null
  return (
    <>
      <p className="sub">{t('jobs.keptWhy')}</p>
      <dl className="account-parts">
        {kept.map(([part, count]) => (
          <div key={part}>
            <dt>{t('jobs.keptOf', { label: catalog.object(part.slice(KEPT.length))?.label ?? part })}</dt>
            <dd className="num">{formatNumber(count, i18n.language)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Times({ job }: { job: Job }) {
  const { t, i18n } = useTranslation()
  const times = (['createdAt', 'startedAt', 'finishedAt'] as const).filter((name) => job[name])
  return (
    <dl className="job-times">
      {job.by && (
        <div>
          <dt>{t('jobs.by')}</dt>
          <dd>{job.by.title}</dd>
        </div>
      )}
      {times.map((name) => (
        <div key={name}>
          <dt>{t(`jobs.${name}`)}</dt>
          <dd>{formatTime(String(job[name]), i18n.language)}</dd>
        </div>
      ))}
    </dl>
  )
}

export function JobPage() {
  const { t, i18n } = useTranslation()
  const { id } = useParams({ from: '/frame/jobs/$id' })
  const { data: job, error, refetch } = useQuery(jobOptions(id))
  const { titleOf } = useJobWords()
  usePageTitle(job && titleOf(job))
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!job)
    return (
      <div className="card jobs">
        <SkeletonRows rows={5} />
      </div>
    )
  return (
    <>
      <div className="page-head">
        <nav aria-label={t('record.breadcrumb')} className="sub">
          <Link className="quiet-link" to="/jobs">
            {t('page.jobs')}
          </Link>{' '}
          /
        </nav>
        <h1>{titleOf(job)}</h1>
        <StatePill state={job.state} wish={job.wish} />
        <span className="grow" />
        <JobActions job={job} />
      </div>
      <div className="card jobs job-page">
        <JobConcern job={job} />
        {job.about.dryRun && <p className="job-note">{t('jobs.dryRun')}</p>}
        {job.problem && (
          <div className="job-problem" role="alert">
            <strong>{job.problem.title}</strong>
            <p>{job.problem.errors.map(({ message }) => message).join(' ') || job.problem.detail}</p>
          </div>
        )}
        <JobProgress job={job} />
        {job.result && <Account kind={job.kind} result={job.result} />}
        {job.kind !== 'undo' && job.result && <Kept result={job.result} />}
        {job.file && (
          <div className="job-file">
            <Button type="primary" href={job.file} download icon={<Download size={15} aria-hidden />}>
              {t('jobs.file')}
            </Button>
            {job.fileUntil && (
              <span className="sub">{t('jobs.fileUntil', { time: formatTime(job.fileUntil, i18n.language) })}</span>
            )}
          </div>
        )}
        {job.failures && (
          <Button href={job.failures} download icon={<Download size={15} aria-hidden />}>
            {t(FILES[job.kind] ?? 'jobs.failures')}
          </Button>
        )}
        {job.failures && job.kind in FILES && <LeftRecords job={job} />}
        {job.kind === 'import' && <AlikeRows job={job} />}
        {job.about.dryRun && job.kind === 'import' && <Differences job={job} />}
        {job.kind === 'assign' && <AssignAccount job={job} />}
        {job.kind === 'bulk' && <BulkReasons job={job} />}
        <Times job={job} />
      </div>
    </>
  )
}
