import { useTranslation } from 'react-i18next'
import type { Job } from '~/api/types'
import { formatNumber } from '~/fields/format'

/** The parts of a job's account, in the order they add up: in is the sum of all that follow but the implied. */
export const ACCOUNT = [
  'in',
  'created',
  'updated',
  'skipped',
  'removed',
  'restored',
  'kept',
  'failed',
  'implied',
] as const

export function useJobWords() {
  const { t, i18n } = useTranslation()
  const kind = (job: Job): string => t(`jobs.kind.${job.kind}`, { defaultValue: job.kind })
  return {
    kind,
    titleOf: (job: Job): string => (job.title ? `${kind(job)} · ${job.title}` : kind(job)),
    resultWords: (job: Job): string =>
      ACCOUNT.slice(1)
        .filter((part) => (job.result?.[part] ?? 0) > 0)
        .map((part) => `${t(`jobs.account.${part}`)} ${formatNumber(job.result?.[part] ?? 0, i18n.language)}`)
        .join(' · '),
  }
}
