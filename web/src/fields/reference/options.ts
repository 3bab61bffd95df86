import { useMemo, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useCatalog } from '~/api/metadata'
import { firstRowsOptions } from '~/api/records'
import { searchOptions } from '~/api/search'
import type { RecordData, Reference } from '~/api/types'
import { useDebounced } from '~/ui/useDebounced'

const OFFERED = 20

export interface ReferenceOption {
  value: string
  label: string
  subtitle?: string | null
}

/** A record's title as text, also where the title attribute is itself a reference. */
export function titleOf(record: RecordData, titleAttribute: string): string {
  const value = record[titleAttribute]
  if (value && typeof value === 'object' && 'title' in value) return (value as Reference).title ?? ''
  return value == null ? '' : String(value)
}

/** What a picker of references offers: hits for the words typed, else the first records of the object. */
export function useReferenceOptions(object: string, open: boolean) {
  const [words, setWords] = useState('')
  const settled = useDebounced(words.trim(), 200)
  const title = useCatalog().object(object)?.title ?? 'id'
  const search = useQuery({ ...searchOptions(settled, object, OFFERED), enabled: open && settled !== '' })
  const first = useQuery({
    ...firstRowsOptions(object, { fields: [title], limit: OFFERED }),
    enabled: open && settled === '',
  })

  const found = useMemo(
    (): ReferenceOption[] | undefined =>
      settled
        ? search.data?.items.map((hit) => ({
            value: hit.id,
            label: hit.title,
            subtitle: [hit.above, hit.subtitle].filter(Boolean).join(' · '),
          }))
        : first.data?.items.map((record) => ({ value: record.id, label: titleOf(record, title) })),
    [settled, search.data, first.data, title],
  )
  // What somebody is about to click does not vanish while the answer is awaited, as long as it is what they typed.
  const [before, setBefore] = useState<ReferenceOption[]>([])
  if (found && found !== before) setBefore(found)
  const options = found ?? before.filter(({ label }) => label.toLowerCase().includes(settled.toLowerCase()))
  return { options, setWords, loading: settled ? search.isFetching : first.isFetching }
}
