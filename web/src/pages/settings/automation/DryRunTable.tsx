import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DryRun } from '~/api/automation'
import type { ObjectType } from '~/api/types'
import { Steps } from './Steps'

/** What the rule would have done, record by record. */
export function DryRunTable({ object, dryRun }: { object: ObjectType; dryRun: DryRun }) {
  const { t } = useTranslation()
  const place = useRef<HTMLElement>(null)
  // It comes below a long form: whoever asked for it sees it.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start' })
  }, [dryRun])
  return (
    <section ref={place} className="automation-dry" aria-label={t('automation.tried')}>
      <p className="sub">
        {t('automation.triedCounts', { looked: dryRun.looked, met: dryRun.met })}
        {dryRun.met > dryRun.items.length && ` ${t('automation.triedSome', { count: dryRun.items.length })}`}
      </p>
      <ul>
        {dryRun.items.map(({ record, steps }) => (
          <li key={record.id}>
            <b className="ellipsis">{record.title ?? t('record.gone')}</b>
            <Steps object={object} steps={steps} />
          </li>
        ))}
      </ul>
    </section>
  )
}
