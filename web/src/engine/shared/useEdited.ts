import { useState } from 'react'
import type { RecordData } from '~/api/types'
import { same } from '../live/fresh'

/**
 * The record to save an edited value to. The page follows what colleagues do meanwhile: whoever changed the same value must
 * not be overwritten unseen, so the record is then the one on which editing began; a change of another value does no harm.
 */
export function useEdited(record: RecordData, attribute: string): RecordData {
  const [begun] = useState(record)
  return same(begun[attribute], record[attribute]) ? record : begun
}
