import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { recordOptions } from '~/api/records'
import type { RecordData, Reference } from '~/api/types'
import { formatNearDate } from '~/fields/format'
import { PersonRow } from '~/pages/organisation/PersonRow'
import { awayOptions, referenceOf } from '~/pages/organisation/sources'
import type { ExtraProps } from '../extras'

/** Managers further up are a matter of the board. */
const HIGHEST = 6

/** The managers above somebody, the next one first; each shows the one above it. */
function Above({ manager, level }: { manager: Reference; level: number }) {
  const { data } = useQuery(recordOptions('users', manager.id))
  const next = data && referenceOf(data, 'manager')
  return (
    <>
      {next && level < HIGHEST && <Above manager={next} level={level + 1} />}
      <PersonRow
        person={manager}
        words={[data?.position as string | undefined, data && referenceOf(data, 'department')?.title]}
      />
    </>
  )
}

function Away({ record }: { record: RecordData }) {
  const { t, i18n } = useTranslation()
  const { data } = useQuery(awayOptions(record.id))
  const [absence] = data?.items ?? []
  if (!absence) return null
  const standIn = referenceOf(absence, 'standIn')
  return (
    <p className="away-note" role="status">
      {t('organisation.awayUntil', { day: formatNearDate(String(absence.lastDay), i18n.language) })}
      {standIn && ` · ${t('organisation.standIn', { name: standIn.title })}`}
    </p>
  )
}

/** Where somebody stands: whether they are here today, and who is above them. */
export function Place({ record }: ExtraProps) {
  const { t } = useTranslation()
  const manager = referenceOf(record, 'manager')
  return (
    <section className="card" aria-label={t('organisation.reportingLine')}>
      <header>
        <h2>{t('organisation.reportingLine')}</h2>
      </header>
      <Away record={record} />
      {manager ? <Above manager={manager} level={1} /> : <p className="nothing">{t('organisation.noManager')}</p>}
    </section>
  )
}
