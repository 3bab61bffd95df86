import type { Attribute, ObjectType } from '~/api/types'
import { formatNumber, formatShortMoney } from '~/fields/format'

/** What is said of the records of a group: how many there are, or the sum or average of an attribute. */
export interface Measure {
  name: string
  how: 'count' | 'sum' | 'avg'
  attribute?: Attribute
}

export const COUNT: Measure = { name: 'count', how: 'count' }

export const measuresOf = (object: ObjectType): Measure[] => [
  COUNT,
  ...object.attributes
    .filter((attribute) => attribute.summed)
    .flatMap((attribute) =>
      (['sum', 'avg'] as const).map((how) => ({ name: `${how}(${attribute.name})`, how, attribute })),
    ),
]

export const isMoney = (measure: Measure): boolean => measure.attribute?.type === 'money'

const SHORT: Intl.NumberFormatOptions = { notation: 'compact', maximumSignificantDigits: 3 }

/** A figure for an axis. */
export const shortFigure = (value: number, measure: Measure, currency: string, language: string): string =>
  isMoney(measure)
    ? formatShortMoney({ amount: String(value), currency }, language)
    : Math.abs(value) < 100_000
      ? formatNumber(value, language)
      : new Intl.NumberFormat(language, SHORT).format(value)
