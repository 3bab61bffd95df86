import { useRef, type RefObject } from 'react'
import { useForms } from '../form/Forms'
import { onDay } from './days'
import type { Calendar } from './useCalendar'
import { useReschedule, type Reschedule } from './useReschedule'

/** What can be done on the days of a calendar. */
export interface Entries {
  calendar: Calendar
  reschedule: Reschedule
  /** The id of the record that keys are moving. */
  carriedByKeys: RefObject<string | undefined>
  create: (day: string) => void
}

export function useEntries(calendar: Calendar): Entries {
  const forms = useForms()
  const reschedule = useReschedule(calendar)
  const carriedByKeys = useRef<string>(undefined)
  const { object, date, zone } = calendar
  const create = (day: string) => {
    if (!object.rights.create) return
    forms.create(object.name, date.writable ? { [date.name]: onDay(date, undefined, day, zone) } : undefined)
  }
  return { calendar, reschedule, carriedByKeys, create }
}
