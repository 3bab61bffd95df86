import { useEffect, useRef } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AdviceTrial } from '~/api/adviceRules'
import type { ObjectType } from '~/api/types'

/** Of how many records the rule would be told now, and the way to them. */
export function TrialNote({ object, trial }: { object: ObjectType; trial: AdviceTrial }) {
  const { t } = useTranslation()
  const { count, items, filter } = trial
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [trial])
  return (
    <section ref={place} className="advice-trial" aria-label={t('adviceRules.tried')} role="status">
      <p>
        {t(count.exact ? 'adviceRules.triedCount' : 'adviceRules.triedMore', {
          count: count.value,
          label: object.pluralLabel,
        })}{' '}
        {filter !== null && count.value > 0 && (
          <Link to="/$object" params={{ object: object.name }} search={{ filter }} target="_blank">
            {t('adviceRules.triedAll')}
          </Link>
        )}
      </p>
      <ul>
        {items.map(({ id, title }) => (
          <li key={id}>
            <Link className="ellipsis" to="/$object/$id" params={{ object: object.name, id }} target="_blank">
              {title || t('record.gone')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
