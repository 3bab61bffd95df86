import { useTranslation } from 'react-i18next'
import { bulkTallyOf } from '~/api/bulk'
import { useCatalog } from '~/api/metadata'
import type { Job } from '~/api/types'
import { formatNumber } from '~/fields/format'

/** Why some records stayed as they were. */
export function BulkReasons({ job }: { job: Job }) {
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const why = bulkTallyOf(job)?.why ?? []
  if (why.length === 0) return null
  return (
    <dl className="account-parts">
      {why.map(({ path, code, message, count }) => {
        const label = catalog.attribute(job.about.object ?? '', path)?.label
        return (
          <div key={`${path} ${code}`}>
            <dt>{label ? t('bulk.reasonAt', { label, reason: message }) : message}</dt>
            <dd className="num">{formatNumber(count, i18n.language)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
