import type { ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Problem } from '~/api/problem'
import { recordOptions } from '~/api/records'
import type { ObjectType } from '~/api/types'
import { Failure } from '~/ui/states'
import { RecordSkeleton } from './RecordSkeleton'
import { RecordView } from './RecordView'
import { useBesideRecord } from './useBesideRecord'
import { useMovedOn } from './useMovedOn'
import './record.css'

interface LoadedRecordProps {
  object: ObjectType
  id: string
  /** Where to go when it cannot be shown. */
  children?: ReactNode
}

/** A record as it comes from the server, and what is shown until it has come or where it does not. */
export function LoadedRecord({ object, id, children }: LoadedRecordProps) {
  useBesideRecord(object, id)
  const { data: record, error, refetch } = useQuery(recordOptions(object.name, id))
  const movedTo = record && record.id !== id ? record.id : undefined
  useMovedOn(object, movedTo)
  if (movedTo) return <RecordSkeleton />
  // A record that was here a moment ago stays readable while the network is away.
  if (record && (!error || (error as Problem).status === 0)) return <RecordView object={object} record={record} />
  if (!error) return <RecordSkeleton />
  return (
    <Failure error={error} onRetry={() => void refetch()}>
      {children}
    </Failure>
  )
}
