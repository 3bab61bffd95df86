import type { Attribute } from '~/api/types'
import { readCondition, writeCondition, type Operator } from '~/fields/operator'
import { operatorsOf } from '~/fields/registry'

/** A condition one can say in words. */
export interface WordedCondition {
  kind: 'worded'
  attribute: Attribute
  operator: Operator
  operand: string[]
}

/** Any other expression; kept and shown as it was written. */
export interface RawCondition {
  kind: 'raw'
  text: string
}

export type Condition = WordedCondition | RawCondition

const OPENING = new Set(['(', '['])
const CLOSING = new Set([')', ']'])

/** Splits at an operator that stands outside of brackets and quotation marks. */
export function splitTop(text: string, separator: '&&' | '||'): string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (quote) {
      if (character === '\\') at++
      else if (character === quote) quote = ''
    } else if (character === "'" || character === '"') quote = character
    else if (OPENING.has(character)) depth++
    else if (CLOSING.has(character)) depth--
    else if (depth === 0 && text.startsWith(separator, at)) {
      parts.push(text.slice(start, at))
      at += separator.length - 1
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts.map((part) => part.trim()).filter(Boolean)
}

function conditionOf(text: string, attributes: readonly Attribute[]): Condition {
  for (const attribute of attributes) {
    if (!attribute.filterable || !text.includes(attribute.name.split('.').at(-1) ?? '')) continue
    for (const operator of operatorsOf(attribute)) {
      const operand = readCondition(operator, attribute.name, text)
      if (operand) return { kind: 'worded', attribute, operator, operand }
    }
  }
  return { kind: 'raw', text }
}

/** Reads a filter as conditions that must all hold. What has no words stays an expression, so nothing is ever lost. */
export function readFilter(filter: string, attributes: readonly Attribute[]): Condition[] {
  const text = filter.trim()
  if (!text) return []
  if (splitTop(text, '||').length > 1) return [{ kind: 'raw', text }]
  return splitTop(text, '&&').map((part) => conditionOf(part, attributes))
}

function textOf(condition: Condition, alone: boolean): string {
  if (condition.kind === 'worded')
    return writeCondition(condition.operator, condition.attribute.name, condition.operand)
  return alone || splitTop(condition.text, '||').length === 1 ? condition.text : `(${condition.text})`
}

export const writeFilter = (conditions: readonly Condition[]): string =>
  conditions.map((condition) => textOf(condition, conditions.length === 1)).join(' && ')

/** One filter more. */
export const narrowed = (filter: string, condition: string): string =>
  !filter ? condition : `${splitTop(filter, '||').length > 1 ? `(${filter})` : filter} && ${condition}`

/** The filter for the records that refer to one: also what a related list is, opened as a page. */
export const referenceFilter = (attribute: string, id: string): string =>
  writeCondition({ name: 'is', pattern: '@ == $text', operand: 'references' }, attribute, [id])

/** Whether an operand is complete enough to be used. */
export function isComplete({ operator, operand }: WordedCondition): boolean {
  const wanted = operator.operand === 'none' ? 0 : operator.operand === 'range' || operator.operand === 'dates' ? 2 : 1
  return operand.slice(0, Math.max(wanted, operand.length)).filter((part) => part !== '').length >= wanted
}
