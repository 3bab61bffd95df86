/**
 * A filter operator in words and in CEL. The pattern holds the attribute as `@` and its operands as placeholders, and
 * is read both ways: to write a condition, and to recognise one that stands in an address.
 */
export interface Operator {
  name: string
  pattern: string
  /** Other ways to write the same, which are recognised and never written. */
  also?: readonly string[]
  operand: OperandKind
}

/** What a person gives beside the operator. `range` and `dates` are two of a kind, from and to. */
export type OperandKind =
  'none' | 'text' | 'number' | 'range' | 'days' | 'date' | 'dates' | 'choices' | 'references' | PlaceKind

/** Places by their codes: China's divisions of one level, or countries. */
export type PlaceKind = 'countries' | 'provinces' | 'cities' | 'districts'

const STRING = String.raw`'(?:[^'\\]|\\.)*'`
const NUMBER = String.raw`-?\d+(?:\.\d+)?`

interface Literal {
  source: string
  write: (operand: readonly string[], index: number) => string
  read: (text: string) => string[]
}

const quote = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`

const unquote = (literal: string): string =>
  literal.slice(1, -1).replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character))

const LITERALS: Record<string, Literal> = {
  $text: { source: STRING, write: (operand, at) => quote(operand[at] ?? ''), read: (text) => [unquote(text)] },
  $number: {
    source: NUMBER,
    write: (operand, at) => String(operand[at] ?? 0),
    read: (text) => [text],
  },
  $list: {
    source: String.raw`\[\s*(?:${STRING}(?:\s*,\s*${STRING})*)?\s*\]`,
    write: (operand) => `[${operand.map(quote).join(', ')}]`,
    read: (text) => [...text.matchAll(new RegExp(STRING, 'g'))].map(([literal]) => unquote(literal)),
  },
}

const PLACEHOLDER = /\$(?:text|number|list)/g

export function writeCondition(operator: Operator, attribute: string, operand: readonly string[]): string {
  let index = 0
  return operator.pattern
    .replace(PLACEHOLDER, (name) => LITERALS[name]?.write(operand, index++) ?? name)
    .replace(/@/g, (at, offset: number, whole: string) => (insideString(whole, offset) ? at : attribute))
}

/** An `@` within a literal that was just written (a mail address) is not the attribute. */
const insideString = (text: string, offset: number): boolean =>
  [...text.matchAll(new RegExp(STRING, 'g'))].some(
    ({ index, 0: literal }) => offset > index && offset < index + literal.length,
  )

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function expressionOf(pattern: string, attribute: string): { expression: RegExp; literals: Literal[] } {
  const literals: Literal[] = []
  const source = pattern
    .split(/(\$(?:text|number|list)|@|\s+)/)
    .map((part) => {
      if (part === '@') return escaped(attribute)
      if (/^\s+$/.test(part)) return String.raw`\s*`
      const literal = LITERALS[part]
      if (!literal) return escaped(part)
      literals.push(literal)
      return `(${literal.source})`
    })
    .join('')
  return { expression: new RegExp(`^${source}$`), literals }
}

/** The operand, when the text is this operator on this attribute; else undefined. */
export function readCondition(operator: Operator, attribute: string, text: string): string[] | undefined {
  for (const pattern of [operator.pattern, ...(operator.also ?? [])]) {
    const { expression, literals } = expressionOf(pattern, attribute)
    const match = expression.exec(text.trim())
    if (match) return literals.flatMap((literal, index) => literal.read(match[index + 1] ?? ''))
  }
  return undefined
}

export const EMPTY: Operator = { name: 'empty', pattern: '!has(@)', operand: 'none' }
export const FILLED: Operator = { name: 'filled', pattern: 'has(@)', operand: 'none' }
