import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'
import { settingsOptions } from './account'

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** Times such as `09:00`; the end may be `24:00`. */
export interface Hours {
  from: string
  to: string
}

export type Week = Partial<Record<Weekday, Hours[]>>

export interface Letterhead {
  legalName: string | null
  address: string | null
  phone: string | null
  taxNumber: string | null
  bank: string | null
  logo: boolean
}

/** A day that is not as its weekday: free, or worked to make up for one that is. */
export interface Holiday {
  day: string
  name: string
  worked: boolean
}

export interface HolidayYear {
  year: number
  items: Holiday[]
  /** Calendars that are ready; one that is not complete lacks the days that make up for holidays. */
  offered: { calendar: string; complete: boolean; days: number }[]
}

const HOLIDAYS = ['settings', 'holidays']

export const holidaysOptions = (year: number) =>
  queryOptions({
    queryKey: [...HOLIDAYS, year],
    queryFn: ({ signal }) => request<HolidayYear>('settings/holidays', { query: { year }, signal }),
  })

/** What is done to holidays: where it is sent, and how. */
export type HolidayChange = { adopt: string } | { paste: string } | { days: Holiday[] } | { remove: string }

const send = (change: HolidayChange): Promise<{ saved: number } | undefined> => {
  const path = 'settings/holidays'
  if ('adopt' in change) return request(`${path}/adopt`, { method: 'POST', body: { calendar: change.adopt } })
  if ('paste' in change) return request(`${path}/paste`, { method: 'POST', body: { text: change.paste } })
  if ('days' in change) return request(path, { method: 'POST', body: { days: change.days } })
  return request(path, { method: 'DELETE', query: { day: change.remove } })
}

export function useChangeHolidays() {
  const client = useQueryClient()
  return useMutation({ mutationFn: send, onSuccess: () => client.invalidateQueries({ queryKey: HOLIDAYS }) })
}

/** @param file null takes the picture away */
export function useLogo() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (file: File | null) => {
      if (!file) return request<void>('settings/logo', { method: 'DELETE' })
      const body = new FormData()
      body.append('file', file)
      return request<void>('settings/logo', { method: 'POST', body })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: settingsOptions.queryKey, exact: true }),
  })
}
