import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { Problem } from '~/api/problem'
import { Failure } from '~/ui/states'
import { LoadedRecord } from './LoadedRecord'

export function RecordPage() {
  const { t } = useTranslation()
  const { object: name, id } = useParams({ from: '/frame/$object/$id' })
  const object = useCatalog().object(name)
  if (!object) return <Failure error={new Problem(404)} />
  return (
    <LoadedRecord key={`${name}/${id}`} object={object} id={id}>
      <Link to="/$object" params={{ object: object.name }}>
        {t('record.backToList', { label: object.pluralLabel })}
      </Link>
    </LoadedRecord>
  )
}
