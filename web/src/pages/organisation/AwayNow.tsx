import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { useSession } from '~/api/session'
import { useForms } from '~/engine/form/Forms'
import { formatNearDate } from '~/fields/format'
import { Failure, SkeletonRows } from '~/ui/states'
import { PersonRow } from './PersonRow'
import { awayOptions, referenceOf } from './sources'

/** Who is away today, until when, and who does their work. */
export function AwayNow() {
  const { t, i18n } = useTranslation()
  const { user } = useSession()
  const forms = useForms()
  const absences = useCatalog().object('absences')
  const { data, error, refetch } = useQuery({ ...awayOptions(), enabled: Boolean(absences) })
  if (!absences) return null
  return (
    <section className="card" aria-label={t('organisation.away')}>
      <header>
        <h2>{t('organisation.away')}</h2>
        {data && data.items.length > 0 && <span className="num">{data.items.length}</span>}
        <span className="grow" />
        {absences.rights.create && (
          <Button
            type="text"
            size="small"
            icon={<Plus size={15} />}
            aria-label={t('action.createOne', { label: absences.label })}
            onClick={() => forms.create('absences', { person: { id: user.id, title: user.title } })}
          />
        )}
      </header>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      {data?.items.length === 0 && <p className="nothing">{t('organisation.nobodyAway')}</p>}
      {data?.items.map((row) => {
        const person = referenceOf(row, 'person')
        const standIn = referenceOf(row, 'standIn')
        return (
          person && (
            <PersonRow
              key={row.id}
              person={person}
              words={[
                t('organisation.until', { day: formatNearDate(String(row.lastDay), i18n.language) }),
                standIn && t('organisation.standIn', { name: standIn.title }),
              ]}
            />
          )
        )
      })}
    </section>
  )
}
