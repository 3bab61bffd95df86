import type { Money } from '~/api/types'

/** The ways in which a company may want every number and date written, whatever the reader's language. */
export const NUMBER_FORMATS = ['language', 'commaPoint', 'pointComma', 'spaceComma'] as const
export const DATE_FORMATS = ['language', 'iso', 'yearFirst', 'dayFirst', 'monthFirst', 'dots'] as const

/** What the company of whoever is signed in has settled; told once it is known. */
const conventions = { numbers: 'language', dates: 'language' }

export function settleFormats(numbers = 'language', dates = 'language'): void {
  Object.assign(conventions, { numbers, dates })
}

/** Languages that write numbers so. */
const LIKE: Record<string, string> = { commaPoint: 'en', pointComma: 'de', spaceComma: 'fr' }
/** Of year, month and day, with what stands between them. */
const ORDERS: Record<string, string> = {
  iso: 'Y-M-D',
  yearFirst: 'Y/M/D',
  dayFirst: 'D/M/Y',
  monthFirst: 'M/D/Y',
  dots: 'D.M.Y',
}

/** The company's signs in place of the language's, digit by digit. */
function signed(parts: Intl.NumberFormatPart[], numbers: string): string {
  const like = LIKE[numbers]
  const signs = like ? new Intl.NumberFormat(like).formatToParts(12345.6) : []
  const sign = (type: string) => signs.find((part) => part.type === type)?.value
  return parts.map(({ type, value }) => sign(type === 'group' || type === 'decimal' ? type : '') ?? value).join('')
}

const written = (day: string, dates: string): string | undefined => {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-')
  return ORDERS[dates]?.replace('Y', year).replace('M', month).replace('D', date)
}

/** Formatters are costly to make and asked for in every cell, so each is made once per language. */
function cached<F>(make: (language: string, variant: string) => F): (language: string, variant?: string) => F {
  const known = new Map<string, F>()
  return (language, variant = '') => {
    const key = `${language}|${variant}`
    let formatter = known.get(key)
    if (!formatter) known.set(key, (formatter = make(language, variant)))
    return formatter
  }
}

const numbers = cached((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 20 }))
const moneys = cached(
  (language, currency) =>
    new Intl.NumberFormat(language, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }),
)
const shortMoneys = cached(
  (language, currency) =>
    new Intl.NumberFormat(language, { style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 3 }),
)
const dates = cached((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }))
const monthDays = cached(
  (language) => new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' }),
)
const times = cached((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }))
const clocks = cached((language) => new Intl.DateTimeFormat(language, { timeStyle: 'short' }))
const clocksOf = cached(
  (language, zone) => new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: zone || undefined }),
)
const months = cached(
  (language) => new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
)
const weekdays = cached((language) => new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }))
const days = cached((language) => new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', weekday: 'long' }))
const relatives = cached((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))

type Numeric = Parameters<Intl.NumberFormat['format']>[0]

/** A number or a decimal string; a string keeps every digit the server sent. */
export const formatNumber = (value: number | string, language: string, format = conventions.numbers): string =>
  signed(numbers(language).formatToParts(trimZeros(value) as Numeric), format)

const trimZeros = (value: number | string): number | string =>
  typeof value === 'string' && value.includes('.') ? value.replace(/\.?0+$/, '') : value

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A size in bytes as people say it: in the largest unit that leaves a digit before the point. */
export function formatBytes(bytes: number, language: string): string {
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), SIZES.length - 1)
  const value = bytes / 1000 ** step
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: SIZES[step],
    maximumFractionDigits: step > 0 && value < 100 ? 1 : 0,
  }).format(value)
}

export const formatPercent = (value: string | number, language: string): string => `${formatNumber(value, language)}%`

/** Money with its currency, in full: `¥2,860,000`, `US$1,054.50`. */
export function formatMoney(money: Money, language: string): string {
  try {
    return signed(moneys(language, money.currency).formatToParts(money.amount as Numeric), conventions.numbers)
  } catch {
    return `${money.currency} ${formatNumber(money.amount, language)}`
  }
}

/** Money for a glance: `¥624万`, `$6.24M`. */
export function formatShortMoney(money: Money, language: string): string {
  try {
    return signed(shortMoneys(language, money.currency).formatToParts(money.amount as Numeric), conventions.numbers)
  } catch {
    return formatMoney(money, language)
  }
}

/** A calendar day, `2017-03-01`, which is the same day everywhere. */
export const formatDate = (day: string, language: string, format = conventions.dates): string => {
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? day : (written(day, format) ?? dates(language).format(time))
}

/** A calendar day near to now: its year goes without saying unless it is another one. */
export const formatNearDate = (day: string, language: string, now = new Date()): string =>
  day.startsWith(String(now.getFullYear()))
    ? monthDays(language).format(Date.parse(`${day.slice(0, 10)}T00:00:00Z`))
    : formatDate(day, language)

/** An instant, on the reader's clock. */
export const formatTime = (instant: string, language: string): string => {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) return instant
  const day = written(localDay(new Date(time)), conventions.dates)
  return day ? `${day} ${clocks(language).format(time)}` : times(language).format(time)
}

/** The hour of an instant on the clocks of a zone; on the reader's where it names none. */
export const formatClock = (instant: string, language: string, zone?: string): string => {
  const time = Date.parse(instant)
  return Number.isNaN(time) ? instant : clocksOf(language, zone).format(time)
}

/** The month of a calendar day: `November 2026`. */
export const formatMonth = (day: string, language: string): string => months(language).format(Date.parse(day))

/** The weekday of a calendar day, short. */
export const formatWeekday = (day: string, language: string): string => weekdays(language).format(Date.parse(day))

export const formatToday = (now: Date, language: string): string => days(language).format(now)

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]
const LAST_DAYS = 7

/** How long ago, within a week; the date beyond. */
export function formatAgo(instant: string, language: string, now = Date.now()): string {
  const passed = Date.parse(instant) - now
  if (Number.isNaN(passed)) return instant
  if (Math.abs(passed) > LAST_DAYS * 86_400_000)
    return formatNearDate(localDay(new Date(instant)), language, new Date(now))
  for (const [unit, size] of STEPS) {
    if (Math.abs(passed) >= size) return relatives(language).format(Math.trunc(passed / size), unit)
  }
  return relatives(language).format(0, 'second')
}

/** The calendar day of an instant on the reader's clock, as `2017-03-01`. */
export function localDay(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
