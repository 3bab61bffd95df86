import { Suspense } from 'react'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isFound, sealsOptions, useVerify, verificationOptions, type Verification } from '~/api/audit'
import { isMoving } from '~/api/jobs'
import { asProblem } from '~/api/problem'
import { formatNumber, formatTime } from '~/fields/format'
import { later } from '~/ui/later'

const Walked = later(async () => (await import('./Walked')).Walked)

/** What the last walk along the chain found. */
function Result({ result, at }: { result: Verification; at: string | null }) {
  const { t, i18n } = useTranslation()
  const number = (value: number) => formatNumber(value, i18n.language)
  const when = at ? formatTime(at, i18n.language) : ''
  if (result.intact) {
    return (
      <p className="audit-result">
        <ShieldCheck size={16} aria-hidden className="jade-ink" />
        <span>
          {t('audit.intact', { rows: number(result.rows), blocks: number(result.blocks), time: when })}
          {result.erased > 0 && ` ${t('audit.erased', { rows: number(result.erased) })}`}
          {result.unsealed > 0 && ` ${t('audit.unsealed', { rows: number(result.unsealed) })}`}
        </span>
      </p>
    )
  }
  const { finding } = result
  return (
    <p className="audit-result" role="alert">
      <ShieldAlert size={16} aria-hidden className="cinnabar-ink" />
      <span>
        {t('audit.broken', { time: when })}{' '}
        {finding && t(`audit.finding.${finding.what}`, { block: number(finding.block) })}
        {finding?.row && <code> {finding.row}</code>}
      </span>
    </p>
  )
}

export function Chain() {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const { data: seals } = useQuery(sealsOptions)
  const { data: verifications } = useQuery(verificationOptions)
  const verify = useVerify()
  const last = seals?.items[0]
  const job = verifications?.items[0]
  const moving = !!job && isMoving({ ...job, result: null })
  const start = () => verify.mutate(undefined, { onError: (failure) => message.error(asProblem(failure).message) })
  return (
    <section className="card audit-chain" aria-label={t('audit.chain')}>
      <header>
        <span className="grow">
          {last
            ? t('audit.sealed', {
                time: formatTime(last.at, i18n.language),
                block: formatNumber(last.number, i18n.language),
              })
            : t('audit.notSealed')}
        </span>
        <Button
          size="small"
          icon={<ShieldCheck size={14} aria-hidden />}
          loading={verify.isPending || moving}
          onClick={start}
        >
          {t('audit.verify')}
        </Button>
      </header>
      {last && (
        <p className="audit-hash">
          <span className="sub">{t('audit.hash')}</span> <code>{last.hash}</code>
        </p>
      )}
      {moving && job && (
        <Suspense>
          <Walked progress={job.progress ?? 0} />
        </Suspense>
      )}
      {job && !moving && isFound(job.result) && <Result result={job.result} at={job.finishedAt} />}
    </section>
  )
}
