import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useCatalog } from '~/api/metadata'
import { aggregateOptions } from '~/api/records'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { cardFields, cardParts } from '../board/card'
import { useListAddress } from '../list/useList'
import { usualDate, datesOf } from './dates'
import { dayOf, daysOf, isDay, shifted, SPANS, todayIn, type Span } from './days'
import { between, sightOptions } from './queries'

/** The calendar's own writing of the reader's language, as date pickers have it. */
const firstWeekday = (): number => dayjs().startOf('week').day()

function byDay(records: readonly RecordData[], date: Attribute, zone: string | undefined) {
  const days = new Map<string, RecordData[]>()
  for (const record of records) {
    const day = dayOf(date, record[date.name], zone)
    if (day) days.set(day, [...(days.get(day) ?? []), record])
  }
  return days
}

/** A calendar without its looks: the days its address asks for and what stands on them. */
export function useCalendar(object: ObjectType) {
  const catalog = useCatalog()
  const { address, change } = useListAddress()
  const zone = catalog.metadata.tenant.timeZone
  const today = todayIn(zone)
  const dates = useMemo(() => datesOf(object), [object])
  const date = dates.find(({ name }) => name === address.group) ?? (usualDate(object) as Attribute)
  const span: Span = SPANS.find((each) => each === address.kind) ?? 'month'
  const day = isDay(address.day) ? address.day : today
  const days = daysOf(span, day, firstWeekday())
  const filter = address.filter ?? ''
  const parts = useMemo(() => cardParts(catalog, object), [catalog, object])
  const fields = useMemo(() => [...new Set([...cardFields(object, parts, []), date.name])], [object, parts, date])
  const first = days[0] ?? day
  const last = days.at(-1) ?? day
  const query = useQuery(sightOptions(object.name, { filter, date, fields, first, last }))
  const partly = Boolean(query.data?.next)
  const counts = useQuery({
    ...aggregateOptions(object.name, {
      group: `${date.name}:day`,
      measure: ['count'],
      filter: between(date, filter, first, last),
    }),
    enabled: partly,
  })
  const records = useMemo(() => byDay(query.data?.items ?? [], date, zone), [query.data, date, zone])
  const counted = useMemo(
    () => new Map(counts.data?.groups.map((group) => [String(group[`${date.name}:day`]), Number(group.count)])),
    [counts.data, date],
  )
  return {
    object,
    zone,
    today,
    dates,
    date,
    span,
    day,
    days,
    filter,
    parts,
    query,
    recordsOn: (which: string): readonly RecordData[] => records.get(which) ?? [],
    countOn: (which: string): number =>
      Math.max(partly ? (counted.get(which) ?? 0) : 0, records.get(which)?.length ?? 0),
    movable: object.rights.edit && date.writable,
    change,
    go: (by: number) => change({ day: shifted(span, day, by) }),
  }
}

export type Calendar = ReturnType<typeof useCalendar>
