import { describe, expect, it } from 'vitest'
import { fieldType } from '~/fields/registry'
import { attribute, STAGE } from '~/testing/attributes'
import {
  isComplete,
  narrowed,
  readFilter,
  referenceFilter,
  splitTop,
  writeFilter,
  type WordedCondition,
} from './conditions'

const ATTRIBUTES = [
  attribute('title', 'text'),
  attribute('email', 'email'),
  STAGE,
  attribute('amount', 'money'),
  attribute('closeDate', 'date'),
  attribute('createdAt', 'time'),
  attribute('active', 'boolean'),
  attribute('customer', 'reference', { reference: 'customers' }),
  attribute('owner', 'reference', { reference: 'users', toPerson: true }),
  attribute('office', 'address'),
  attribute('secret', 'text', { filterable: false }),
]

const words = (filter: string) =>
  readFilter(filter, ATTRIBUTES).map((each) =>
    each.kind === 'raw' ? each.text : [each.attribute.name, each.operator.name, ...each.operand],
  )

describe('Reading a filter', () => {
  it('finds the words for the conditions people make', () => {
    expect(words("stage in ['won', 'lost'] && amount >= 1000 && title.contains('科技') && owner == me()")).toEqual([
      ['stage', 'anyOf', 'won', 'lost'],
      ['amount', 'atLeast', '1000'],
      ['title', 'contains', '科技'],
      ['owner', 'me'],
    ])
  })

  it('finds the words for a place however a program asks for it', () => {
    const office = [attribute('c_office', 'address')]
    const operators = (filter: string) =>
      readFilter(filter, office).map((each) => each.kind === 'worded' && each.operator.name)
    expect(operators("c_office.province == '440000' && c_office.city in ['110000']")).toEqual(['inProvince', 'inCity'])
    expect(operators("c_office.district != '440305' && !(c_office.country == 'CN')")).toEqual([
      'notInDistrict',
      'notInCountry',
    ])
    expect(writeFilter(readFilter("c_office.province == '440000'", office))).toBe("c_office.province in ['440000']")
  })

  it('does not mind how an expression is spaced', () => {
    expect(words("stage   in ['won','lost']&&amount>=-5.25")).toEqual([
      ['stage', 'anyOf', 'won', 'lost'],
      ['amount', 'atLeast', '-5.25'],
    ])
  })

  it('keeps what has no words as it was written', () => {
    expect(words("customer.sector == 'retail' && (stage == 'won' || amount > 5)")).toEqual([
      "customer.sector == 'retail'",
      "(stage == 'won' || amount > 5)",
    ])
  })

  it('takes an alternative at the top as one whole expression', () => {
    expect(words("stage == 'won' || stage == 'lost'")).toEqual(["stage == 'won' || stage == 'lost'"])
  })

  it('is not confused by quotation marks, brackets and operators within a text', () => {
    const filter = String.raw`title == 'a && b || (c) it\'s [d]' && has(closeDate)`
    expect(words(filter)).toEqual([
      ['title', 'is', "a && b || (c) it's [d]"],
      ['closeDate', 'filled'],
    ])
  })

  it('has no words for an attribute that may not be filtered by', () => {
    expect(words("secret == 'x'")).toEqual(["secret == 'x'"])
  })

  it('tells apart attributes of which one is the beginning of the other', () => {
    const two = [attribute('close', 'date'), attribute('closeDate', 'date')]
    expect(readFilter("closeDate == date('2026-01-01')", two)).toMatchObject([
      { attribute: { name: 'closeDate' }, operand: ['2026-01-01'] },
    ])
  })

  it('finds no condition in an empty filter', () => {
    expect(readFilter('  ', ATTRIBUTES)).toEqual([])
  })
})

describe('Writing a filter', () => {
  it('writes for every attribute and operator what it reads back', () => {
    const samples: Record<string, string[]> = {
      none: [],
      text: [String.raw`it's a \ @mail.example && more`],
      number: ['12.5'],
      range: ['1', '20'],
      days: ['30'],
      date: ['2026-02-28'],
      dates: ['2026-01-01', '2026-03-31'],
      choices: ['won'],
      provinces: ['440000', 'Illinois'],
      cities: ['440300'],
      districts: ['440305'],
      countries: ['CN'],
      references: ['01932f00-7a00-7000-8000-000000000005'],
    }
    const conditions = ATTRIBUTES.filter((each) => each.filterable).flatMap((each) =>
      fieldType(each)
        .operators(each)
        .map((operator): WordedCondition => ({
          kind: 'worded',
          attribute: each,
          operator,
          operand: samples[operator.operand] ?? [],
        })),
    )
    expect(conditions.length).toBeGreaterThan(50)
    for (const condition of conditions) {
      const written = writeFilter([condition])
      expect(readFilter(written, ATTRIBUTES), written).toEqual([condition])
      expect(isComplete(condition), written).toBe(true)
    }
  })

  it('brackets an alternative only when something stands beside it', () => {
    const either = { kind: 'raw' as const, text: "stage == 'won' || amount > 5" }
    expect(writeFilter([either])).toBe("stage == 'won' || amount > 5")
    expect(writeFilter([either, { kind: 'raw', text: 'has(closeDate)' }])).toBe(
      "(stage == 'won' || amount > 5) && has(closeDate)",
    )
  })

  it('escapes what would end a text', () => {
    expect(referenceFilter('customer', "x'y")).toBe(String.raw`customer == 'x\'y'`)
  })
})

describe('A condition being made', () => {
  it('is not complete before every part is given', () => {
    const [amount] = ATTRIBUTES.filter((each) => each.name === 'amount')
    const between =
      amount &&
      fieldType(amount)
        .operators(amount)
        .find((operator) => operator.name === 'between')
    if (!amount || !between) throw new Error('The test needs an amount with a range')
    expect(isComplete({ kind: 'worded', attribute: amount, operator: between, operand: ['', '5'] })).toBe(false)
    expect(isComplete({ kind: 'worded', attribute: amount, operator: between, operand: ['1', '5'] })).toBe(true)
  })
})

describe('Splitting', () => {
  it('splits only outside of brackets and texts', () => {
    expect(splitTop("a && (b && c) && d in ['x && y']", '&&')).toEqual(['a', '(b && c)', "d in ['x && y']"])
  })
})

describe('What a record points to, and its lines', () => {
  const reached = [
    attribute('owner.department', 'reference', { reference: 'departments' }),
    attribute('lines.product', 'reference', { reference: 'products', within: 'lines' }),
  ]

  it('is filtered by in words too', () => {
    const filter = "owner.department == 'd' && lines.exists(line, line.product in ['p', 'q'])"
    const conditions = readFilter(filter, reached)
    expect(conditions).toMatchObject([
      { kind: 'worded', attribute: { name: 'owner.department' }, operator: { name: 'is' }, operand: ['d'] },
      { kind: 'worded', attribute: { name: 'lines.product' }, operator: { name: 'anyOf' }, operand: ['p', 'q'] },
    ])
    expect(writeFilter(conditions)).toBe(filter)
  })

  it('narrows a filter that says either or', () => {
    expect(narrowed("a == '1' || b == '2'", "owner == 'x'")).toBe("(a == '1' || b == '2') && owner == 'x'")
    expect(narrowed('', "owner == 'x'")).toBe("owner == 'x'")
  })
})
