import type { Attribute } from '~/api/types'
import { localDay } from '~/fields/format'

export const SPANS = ['month', 'week', 'day'] as const
/** How much of the calendar is in sight. */
export type Span = (typeof SPANS)[number]

const DAY_MS = 86_400_000
/** What a new record begins at where only its day is chosen. */
const MORNING = 'T09:00:00Z'

const parsed = (day: string): Date => new Date(`${day}T00:00:00Z`)
const iso = (date: Date): string => date.toISOString().slice(0, 10)

export const plusDays = (day: string, days: number): string => iso(new Date(parsed(day).getTime() + days * DAY_MS))

/** Whether an address names a day that there is. */
export const isDay = (text: string | undefined): text is string =>
  /^[1-9]\d{3}-\d\d-\d\d$/.test(text ?? '') &&
  !Number.isNaN(parsed(text ?? '').getTime()) &&
  iso(parsed(text ?? '')) === text

/** The first day of the week that holds the day. @param firstWeekday 0 is Sunday */
const weekOf = (day: string, firstWeekday: number): string =>
  plusDays(day, -((parsed(day).getUTCDay() - firstWeekday + 7) % 7))

const daysFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => plusDays(first, index))

/** The days in sight: of a month all weeks that hold any of it, of which there are as many as it needs. */
export function daysOf(span: Span, day: string, firstWeekday: number): string[] {
  if (span === 'day') return [day]
  if (span === 'week') return daysFrom(weekOf(day, firstWeekday), 7)
  const first = weekOf(`${day.slice(0, 7)}-01`, firstWeekday)
  const last = weekOf(plusDays(shifted('month', `${day.slice(0, 7)}-01`, 1), -1), firstWeekday)
  return daysFrom(first, (parsed(last).getTime() - parsed(first).getTime()) / DAY_MS + 7)
}

/** So many months, weeks or days later; a month's last day stays the last where the other month is shorter. */
export function shifted(span: Span, day: string, by: number): string {
  if (span !== 'month') return plusDays(day, by * (span === 'week' ? 7 : 1))
  const first = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + by, 1))
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return plusDays(iso(first), Math.min(Number(day.slice(8)), length) - 1)
}

/** The time of an instant as clocks of a zone show it, written as if it were UTC. */
function onClock(instant: number, zone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
}

/** The instant at which clocks of a zone show this; of one they skip, the one that is as far from the hour before. */
function atClock(clock: number, zone: string | undefined): string {
  const guess = clock - (onClock(clock, zone) - clock)
  return new Date(guess - (onClock(guess, zone) - clock)).toISOString()
}

export const todayIn = (zone: string | undefined, now = Date.now()): string =>
  zone ? iso(new Date(onClock(now, zone))) : localDay(new Date(now))

/** The day on which a value stands in the calendar of a zone. */
export function dayOf({ type }: Attribute, value: unknown, zone: string | undefined): string | undefined {
  if (typeof value !== 'string') return undefined
  if (type === 'date') return value.slice(0, 10)
  const instant = Date.parse(value)
  return Number.isNaN(instant) ? undefined : iso(new Date(onClock(instant, zone)))
}

/** The value on another day; a time keeps its hour, also where clocks were changed in between. */
export function onDay({ type }: Attribute, value: unknown, day: string, zone: string | undefined): string {
  if (type === 'date') return day
  if (typeof value !== 'string') return atClock(Date.parse(day + MORNING), zone)
  const clock = onClock(Math.floor(Date.parse(value) / 1000) * 1000, zone)
  return atClock(parsed(day).getTime() + (((clock % DAY_MS) + DAY_MS) % DAY_MS), zone)
}
