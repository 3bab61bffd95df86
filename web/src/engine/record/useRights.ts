import { useQuery } from '@tanstack/react-query'
import { rightsOptions, type RecordRights } from '~/api/overview'
import type { ObjectType, RecordData } from '~/api/types'

const NONE: RecordRights = { edit: false, delete: false, assign: false }

/** What may be done with this record; until that is known, what may be done with records of its object. */
export function useRights({ name, rights }: ObjectType, record: RecordData): RecordRights {
  const deleted = Boolean(record.deletedAt)
  const { data } = useQuery({ ...rightsOptions(name, record.id), enabled: !deleted })
  return deleted ? NONE : (data ?? rights)
}
