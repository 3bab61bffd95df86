import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { Problem } from '~/api/problem'
import { recordOptions } from '~/api/records'
import type { ObjectType } from '~/api/types'
import { Failure } from '~/ui/states'
import { RecordSkeleton } from './RecordSkeleton'
import { RecordView } from './RecordView'
import './record.css'

export function RecordPage() {
  const { object: name, id } = useParams({ from: '/frame/$object/$id' })
  const object = useCatalog().object(name)
  return object ? <LoadedRecord key={`${name}/${id}`} object={object} id={id} /> : <Failure error={new Problem(404)} />
}

function LoadedRecord({ object, id }: { object: ObjectType; id: string }) {
  const { t } = useTranslation()
  const { data: record, error, refetch } = useQuery(recordOptions(object.name, id))
  // A record that was here a moment ago stays readable while the network is away.
  if (record && (!error || (error as Problem).status === 0)) return <RecordView object={object} record={record} />
  if (error) {
    return (
      <Failure error={error} onRetry={() => void refetch()}>
        <Link to="/$object" params={{ object: object.name }}>
          {t('record.backToList', { label: object.pluralLabel })}
        </Link>
      </Failure>
    )
  }
  return <RecordSkeleton />
}
