import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Upload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { jobsOptions } from '~/api/jobs'
import type { Job } from '~/api/types'
import { formatAgo, formatTime } from '~/fields/format'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { usePageTitle } from '~/ui/usePageTitle'
import { useJobWords } from './words'
import { JobProgress, StatePill } from './JobState'
import './jobs.css'

function JobRow({ job }: { job: Job }) {
  const { i18n } = useTranslation()
  const { titleOf, resultWords } = useJobWords()
  return (
    <Link className="item job" to="/jobs/$id" params={{ id: job.id }}>
      <StatePill state={job.state} wish={job.wish} />
      <span className="ellipsis name" title={titleOf(job)}>
        {titleOf(job)}
      </span>
      <span className="grow">
        <JobProgress job={job} />
      </span>
      <span className="sub ellipsis">{resultWords(job)}</span>
      <time className="sub" dateTime={job.createdAt} title={formatTime(job.createdAt, i18n.language)}>
        {formatAgo(job.createdAt, i18n.language)}
      </time>
    </Link>
  )
}

export function Jobs() {
  const { t } = useTranslation()
  const query = useInfiniteQuery(jobsOptions)
  const jobs = query.data?.pages.flatMap((page) => page.items) ?? []
  usePageTitle(t('page.jobs'))
  return (
    <>
      <div className="page-head">
        <h1>{t('page.jobs')}</h1>
        <span className="n">{t('jobs.about')}</span>
        <span className="grow" />
        <Link to="/imports" className="button-link">
          <Upload size={15} aria-hidden />
          {t('action.import')}
        </Link>
      </div>
      {query.isError ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <div className="card jobs">
          <SkeletonRows rows={5} />
        </div>
      ) : jobs.length === 0 ? (
        <Empty title={t('jobs.empty')} detail={t('jobs.emptyDetail')} />
      ) : (
        <div className="card jobs">
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </div>
      )}
      {query.hasNextPage && (
        <Button type="text" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('list.loadMore')}
        </Button>
      )}
    </>
  )
}
