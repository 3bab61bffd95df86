import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { storedFormOptions, writtenFormOptions, type FormState } from '~/api/form'
import { useCatalog } from '~/api/metadata'
import type { ObjectType, RecordData } from '~/api/types'
import { isEmpty } from '~/fields/registry'
import { toWire } from '~/fields/wire'
import { useDebounced } from '~/ui/useDebounced'

const REST_MS = 250

/** What holds of the attributes of a record, by their names. */
export interface States {
  required: ReadonlySet<string>
  readOnly: ReadonlySet<string>
  hidden: ReadonlySet<string>
}

/** Until one knows better, what is not always shown is not shown. */
const useStates = (object: ObjectType, state: FormState | undefined): States =>
  useMemo(
    () => ({
      required: new Set(state?.required),
      readOnly: new Set(state?.readOnly),
      hidden: new Set(state?.hidden ?? object.conditional?.hiding),
    }),
    [object, state],
  )

/** Of a record as it is. */
export function useStoredStates(object: ObjectType, record: RecordData): States {
  const { data } = useQuery({
    ...storedFormOptions(object.name, record.id, record.version),
    enabled: Boolean(object.conditional) && !record.deletedAt,
  })
  return useStates(object, data)
}

/** Of a record that is being written. */
export interface WrittenStates extends States {
  /** What is known not to be shown with what is typed now. Until that is known nothing is: what somebody typed is never lost to a guess. */
  withheld: ReadonlySet<string> | undefined
}

/** Asked anew when something is typed that may decide about it. */
export function useWrittenStates(
  object: ObjectType,
  id: string | undefined,
  typed: Record<string, unknown>,
): WrittenStates {
  const catalog = useCatalog()
  const deciding = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => {
      const attribute = catalog.attribute(object.name, name)
      const decides = object.conditional?.by.includes(name) || attribute?.choices || attribute?.reference
      return attribute?.writable && decides && (id || !isEmpty(value))
        ? [[name, toWire(catalog, attribute, value)]]
        : []
    }),
  )
  const said = JSON.stringify(deciding)
  const settled = useDebounced(said, REST_MS)
  const { data, isPlaceholderData } = useQuery({
    ...writtenFormOptions(object.name, id, JSON.parse(settled) as Record<string, unknown>),
    enabled: Boolean(object.conditional),
  })
  const states = useStates(object, data)
  const known = data !== undefined && !isPlaceholderData && said === settled
  return { ...states, withheld: known ? states.hidden : undefined }
}
