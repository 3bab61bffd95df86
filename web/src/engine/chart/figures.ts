import type { Aggregate, ChoiceColor, Reference } from '~/api/types'
import { formatDate, formatMoney, formatNumber } from '~/fields/format'
import { writeCondition } from '~/fields/operator'
import { operatorsOf } from '~/fields/registry'
import { wayOf } from '../shared/funnel'
import { isMoneySum, sumWords } from '../shared/sums'
import { conditionOf, periodBefore } from './drill'
import type { Grouping, Kind, Period } from './groupings'
import type { Measure } from './measures'

/** One bar, step or point: what it is called, how large it is, and which records are behind it. */
export interface Figure {
  key: string
  label: string
  value: number
  text: string
  count: number
  color?: ChoiceColor | null
  /** Of what the first or the whole is, in percent. */
  share?: number
  condition: string
}

export interface Wording {
  language: string
  currency: string
  /** What a group without a value is called. */
  none: string
  gone: string
  yes: string
  no: string
}

/** More periods than this are no trend but a date gone wrong. */
export const MOST_PERIODS = 400

function periodLabel(first: string, period: Period, language: string): string {
  const date = new Date(`${first}T00:00:00Z`)
  if (period === 'week') return formatDate(first, language)
  if (period === 'year') return new Intl.DateTimeFormat(language, { year: 'numeric', timeZone: 'UTC' }).format(date)
  if (period === 'quarter') return `${date.getUTCFullYear()} Q${Math.floor(date.getUTCMonth() / 3) + 1}`
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(date)
}

function labelOf({ attribute, period }: Grouping, value: unknown, wording: Wording): string {
  if (value === null || value === undefined) return wording.none
  if (typeof value === 'boolean') return value ? wording.yes : wording.no
  if (typeof value === 'object') return (value as Reference).title ?? wording.gone
  if (period) return periodLabel(String(value), period, wording.language)
  return attribute.choices?.find(({ code }) => code === value)?.label ?? String(value)
}

const keyOf = (value: unknown): string =>
  value && typeof value === 'object' ? (value as Reference).id : String(value ?? '')

/** How large a figure is; amounts of other currencies without a rate cannot be held against those of the base currency. */
const sizeOf = (value: unknown): number =>
  Number((isMoneySum(value) ? value.base?.amount : (value as number | string | null)) ?? 0)

/** A sum of several figures, which JavaScript's numbers would tell with a rest in the tenth decimal. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4

const textOf = (value: number, measure: Measure, { language, currency }: Wording): string =>
  measure.attribute?.type === 'money'
    ? formatMoney({ amount: String(value), currency }, language)
    : formatNumber(value, language)

function plain(answer: Aggregate, grouping: Grouping, measure: Measure, wording: Wording): Figure[] {
  return answer.groups.map((group) => {
    const value = group[grouping.path]
    const measured = group[measure.name]
    return {
      key: keyOf(value),
      label: labelOf(grouping, value, wording),
      value: sizeOf(measured),
      text: measured == null ? '—' : sumWords(measured, wording.language).text,
      count: Number(group.count),
      color: grouping.attribute.choices?.find(({ code }) => code === value)?.color,
      condition: conditionOf(grouping, value),
    }
  })
}

const shared = (figures: Figure[], whole: number): Figure[] =>
  figures.map((figure) => ({ ...figure, share: whole > 0 ? (figure.value / whole) * 100 : undefined }))

/** The largest first, unless the groups have an order of their own; what a sum is made of also tells its share. */
function breakdown(figures: Figure[], grouping: Grouping, measure: Measure): Figure[] {
  const ordered = grouping.attribute.choices && !grouping.attribute.name.includes('.')
  const sorted = ordered || grouping.period ? figures : figures.toSorted((one, other) => other.value - one.value)
  const overlaps = measure.how === 'avg' || grouping.attribute.within || grouping.attribute.type === 'choices'
  return overlaps
    ? sorted
    : shared(
        sorted,
        sorted.reduce((sum, { value }) => sum + value, 0),
      )
}

/** The periods from the first to the last, the newest of them where there are too many. */
function periodsOf(days: readonly string[], period: Period): string[] {
  const [first = '', ...later] = days.toSorted()
  const periods: string[] = []
  for (let day = later.at(-1) ?? first; day >= first && periods.length < MOST_PERIODS; day = periodBefore(day, period))
    periods.unshift(day)
  return periods
}

/** Every period from the first to the last, also those in which there was nothing; then what has no day at all. */
function trend(figures: Figure[], grouping: Grouping, measure: Measure, wording: Wording): Figure[] {
  const dated = new Map(figures.filter(({ key }) => key).map((figure) => [figure.key, figure]))
  const { period } = grouping
  if (dated.size === 0 || !period) return figures
  const nothing = { value: 0, text: textOf(0, measure, wording), count: 0 }
  const all = periodsOf([...dated.keys()], period).map(
    (day): Figure =>
      dated.get(day) ?? {
        key: day,
        label: periodLabel(day, period, wording.language),
        ...nothing,
        condition: conditionOf(grouping, day),
      },
  )
  return [...all, ...figures.filter(({ key }) => !key)]
}

/** How much came to each stage or farther; what was lost came to none. */
function funnel(figures: Figure[], grouping: Grouping, measure: Measure, wording: Wording): Figure[] {
  const byCode = new Map(figures.map((figure) => [figure.key, figure]))
  const is = operatorsOf(grouping.attribute).find(({ name }) => name === 'anyOf')
  const stages = wayOf(grouping.attribute.choices ?? []).filter(({ code, active }) => active || byCode.has(code))
  const steps = stages.map(({ code, label, color }, index) => {
    const here = stages.slice(index).map((stage) => stage.code)
    const sum = (of: (figure: Figure) => number) =>
      rounded(here.reduce((all, each) => all + (byCode.has(each) ? of(byCode.get(each) as Figure) : 0), 0))
    const value = sum((figure) => figure.value)
    const condition = is ? writeCondition(is, grouping.attribute.name, here) : ''
    return {
      key: code,
      label,
      color,
      value,
      text: textOf(value, measure, wording),
      count: sum(({ count }) => count),
      condition,
    }
  })
  return shared(steps, steps[0]?.value ?? 0)
}

/** What a chart of this kind shows of an answer. */
export function figuresOf(
  answer: Aggregate,
  grouping: Grouping,
  measure: Measure,
  kind: Kind,
  wording: Wording,
): Figure[] {
  const figures = plain(answer, grouping, measure, wording)
  if (kind === 'funnel') return funnel(figures, grouping, measure, wording)
  return kind === 'trend' ? trend(figures, grouping, measure, wording) : breakdown(figures, grouping, measure)
}

/** Amounts that have no rate and are in no figure. */
export const unconvertedIn = (answer: Aggregate, measure: Measure): number =>
  answer.groups.reduce((sum, group) => {
    const value = group[measure.name]
    return sum + (isMoneySum(value) ? value.unconverted : 0)
  }, 0)

/** Records of periods before those that are shown. */
export function earlierIn(answer: Aggregate, { path }: Grouping, figures: readonly Figure[]): number {
  const shown = new Set(figures.map(({ key }) => key))
  return answer.groups.reduce((sum, group) => sum + (shown.has(keyOf(group[path])) ? 0 : Number(group.count)), 0)
}
