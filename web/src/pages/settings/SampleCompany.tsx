import { useEffect, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { demoOptions, useDemo, type Demo } from '~/api/demo'
import { isMoving, jobOptions } from '~/api/jobs'
import { asProblem } from '~/api/problem'
import type { Job } from '~/api/types'
import { formatDate, formatNumber } from '~/fields/format'
import { JobProgress } from '~/pages/jobs/JobState'
import { Failure, SkeletonRows } from '~/ui/states'
import { Setting } from './Setting'

/** What the last removal did. */
function Outcome({ job }: { job: Job }) {
  const { t, i18n } = useTranslation()
  const figure = (part: string) => formatNumber(job.result?.[part] ?? 0, i18n.language)
  return (
    <p role="status">
      {t('sample.removed', { removed: figure('removed') })}{' '}
      {(job.result?.kept ?? 0) > 0 && <>{t('sample.keptSome', { kept: figure('kept') })} </>}
      <Link className="quiet-link" to="/jobs/$id" params={{ id: job.id }}>
        {t('sample.job')}
      </Link>
    </p>
  )
}

function Actions({ demo, onRemoval }: { demo: Demo; onRemoval: (job: string) => void }) {
  const { t } = useTranslation()
  const { modal, message } = App.useApp()
  const fill = useDemo('POST')
  const remove = useDemo('DELETE')
  const onError = (problem: Error) => message.error(asProblem(problem).message || t('state.failed'))
  const ask = () =>
    modal.confirm({
      title: t('sample.confirm'),
      content: t('sample.confirmDetail'),
      okText: t('sample.remove'),
      okButtonProps: { danger: true },
      cancelText: t('action.cancel'),
      onOk: () => remove.mutate(undefined, { onError, onSuccess: (job) => onRemoval(job.id) }),
    })
  if (demo.state === 'none')
    return (
      <Button
        type="primary"
        disabled={!demo.possible}
        loading={fill.isPending}
        onClick={() => fill.mutate(undefined, { onError })}
      >
        {t('sample.fill')}
      </Button>
    )
  return (
    <Button danger disabled={demo.state !== 'there'} loading={remove.isPending} onClick={ask}>
      {t('sample.remove')}
    </Button>
  )
}

function useWords(demo: Demo) {
  const { t, i18n } = useTranslation()
  if (demo.state === 'none') return t(demo.possible ? 'sample.none' : 'sample.beside')
  return t(`sample.${demo.state}`, { day: formatDate(demo.day ?? '', i18n.language) })
}

function Panel({ demo }: { demo: Demo }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [removal, setRemoval] = useState('')
  const { data: removing } = useQuery({ ...jobOptions(removal), enabled: removal !== '' })
  const words = useWords(demo)
  const settled = removing && !isMoving(removing)
  useEffect(() => {
    if (settled) void client.invalidateQueries()
  }, [settled, client])
  return (
    <section className="card" aria-label={t('settings.sample')}>
      {demo.state !== 'none' && (
        <Setting label={words} help={demo.state === 'there' ? t('sample.guests') : undefined}>
          {demo.job && <JobProgress job={demo.job} />}
        </Setting>
      )}
      <Setting
        label={t(demo.state === 'none' ? 'settings.sample' : 'sample.remove')}
        help={demo.state === 'none' ? words : t('sample.removeHelp')}
      >
        <Actions demo={demo} onRemoval={setRemoval} />
        {removing?.state === 'done' && <Outcome job={removing} />}
      </Setting>
    </section>
  )
}

export function SampleCompany() {
  const { data, error, refetch } = useQuery(demoOptions)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div className="card">
        <SkeletonRows rows={3} />
      </div>
    )
  return <Panel demo={data} />
}
