import { useTranslation } from 'react-i18next'
import { tallyOf } from '~/api/assign'
import { useCatalog } from '~/api/metadata'
import type { Job } from '~/api/types'
import { usePeopleNames } from '~/engine/assign/usePeopleNames'
import { formatNumber } from '~/fields/format'

/** Who got how many, and what moved along. */
export function AssignAccount({ job }: { job: Job }) {
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const tally = tallyOf(job)
  const people = Object.entries(tally?.people ?? {}).sort(([, one], [, other]) => other - one)
  const names = usePeopleNames(people.map(([id]) => id))
  const label = (object: string) => catalog.object(object)?.pluralLabel ?? object
  const rows: [string, string, number][] = [
    ...people.map(([id, count]): [string, string, number] => [id, names.get(id) ?? '…', count]),
    ...Object.entries(tally?.along ?? {}).map(([object, count]): [string, string, number] => [
      `along ${object}`,
      t('assign.movedAlong', { label: label(object) }),
      count,
    ]),
    ...Object.entries(tally?.stayed ?? {}).map(([object, count]): [string, string, number] => [
      `stayed ${object}`,
      t('assign.stayedOf', { label: label(object) }),
      count,
    ]),
  ]
  const shown = rows.filter(([, , count]) => count > 0)
  if (shown.length === 0) return null
  return (
    <dl className="account-parts">
      {shown.map(([key, words, count]) => (
        <div key={key}>
          <dt>{words}</dt>
          <dd className="num">{formatNumber(count, i18n.language)}</dd>
        </div>
      ))}
    </dl>
  )
}
