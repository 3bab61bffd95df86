import type { Attribute, AttributeType } from '~/api/types'
import { address } from './address'
import { boolean } from './boolean'
import { choice } from './choice'
import { choices } from './choices'
import { date } from './date'
import { decimal } from './decimal'
import { email } from './email'
import { file } from './file'
import type { FieldType } from './field'
import { lines } from './lines'
import { money } from './money'
import { number } from './number'
import type { Operator } from './operator'
import { percent } from './percent'
import { phone } from './phone'
import { reference } from './reference'
import { text } from './text'
import { time } from './time'
import { url } from './url'

const FIELD_TYPES: Record<AttributeType, FieldType> = {
  address,
  boolean,
  choice,
  choices,
  date,
  decimal,
  email,
  file,
  lines,
  money,
  number,
  percent,
  phone,
  reference,
  text,
  time,
  url,
}

const LINE = 'line'

/** A type this console does not know yet is shown and edited as text. */
export const fieldType = (attribute: Attribute): FieldType => FIELD_TYPES[attribute.type] ?? text

/** How one may filter by an attribute; by one of lines, whether the record has a line that meets the condition. */
export function operatorsOf(attribute: Attribute): readonly Operator[] {
  const operators = attribute.operators ?? fieldType(attribute).operators(attribute)
  const { within, name } = attribute
  if (!within) return operators
  const inLine = name.replace(within, LINE)
  return operators.map((operator) => ({
    ...operator,
    pattern: `${within}.exists(${LINE}, ${operator.pattern.replaceAll('@', inLine)})`,
  }))
}

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
