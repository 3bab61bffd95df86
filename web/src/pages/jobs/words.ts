import { useTranslation } from 'react-i18next'
import type { Job } from '~/api/types'
import { formatBytes, formatNumber } from '~/fields/format'

/** The parts of a job's account, in the order they add up: in is the sum of all that follow but the implied. */
export const ACCOUNT = [
  'in',
  'made',
  'created',
  'updated',
  'skipped',
  'removed',
  'restored',
  'kept',
  'failed',
  'implied',
  'rows',
  'merged',
  'led',
  'brought',
  'looked',
  'size',
] as const

type Part = (typeof ACCOUNT)[number]

export function useJobWords() {
  const { t, i18n } = useTranslation()
  const kind = (job: Job): string => t(`jobs.kind.${job.kind}`, { defaultValue: job.kind })
  const figure = (part: Part, value: number): string =>
    (part === 'size' ? formatBytes : formatNumber)(value, i18n.language)
  return {
    kind,
    figure,
    /** With the record it is about, which says more than its kind. */
    titleOf: (job: Job): string => [kind(job), job.record?.title ?? job.title].filter(Boolean).join(' · '),
    resultWords: (job: Job): string =>
      ACCOUNT.slice(1)
        .filter((part) => (job.result?.[part] ?? 0) > 0)
        .map((part) => `${t(`jobs.account.${part}`)} ${figure(part, job.result?.[part] ?? 0)}`)
        .join(' · '),
  }
}
