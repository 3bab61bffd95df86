import { describe, expect, it } from 'vitest'
import {
  formatAgo,
  formatDate,
  formatMoney,
  formatNearDate,
  formatNumber,
  formatPercent,
  formatShortMoney,
} from './format'

/** Languages differ in which space they put between a sign and a number. */
const spaced = (text: string) => text.replace(/\s/g, ' ')

describe('Formatting', () => {
  it('writes money with its currency as each language does, without empty cents', () => {
    const money = { amount: '2860000.00', currency: 'CNY' }
    expect(formatMoney(money, 'zh-CN')).toBe('¥2,860,000')
    expect(formatMoney(money, 'en')).toBe('CN¥2,860,000')
    expect(formatMoney({ amount: '1054.50', currency: 'USD' }, 'zh-CN')).toBe('US$1,054.50')
  })

  it('keeps every digit of a decimal that a number could not hold', () => {
    expect(formatNumber('12345678901234567890.123456789', 'en')).toBe('12,345,678,901,234,567,890.123456789')
  })

  it('drops only the zeros behind the point', () => {
    expect(formatNumber('100.00', 'en')).toBe('100')
    expect(formatNumber('1500', 'en')).toBe('1,500')
    expect(formatPercent('12.50', 'en')).toBe('12.5%')
  })

  it('writes an unknown currency by its code', () => {
    expect(formatMoney({ amount: '5', currency: 'points' }, 'en')).toBe('points 5')
  })

  it('shortens money for a glance', () => {
    expect(spaced(formatShortMoney({ amount: '6240000', currency: 'CNY' }, 'zh-CN'))).toBe('¥624万')
  })

  it('shows a calendar day as the same day wherever the reader is', () => {
    expect(formatDate('2017-03-01', 'en')).toBe('Mar 1, 2017')
    expect(formatDate('2017-03-01', 'zh-CN')).toBe('2017年3月1日')
  })

  it('leaves out the year that goes without saying', () => {
    const now = new Date(2026, 10, 22)
    expect(formatNearDate('2026-11-02', 'en', now)).toBe('Nov 2')
    expect(formatNearDate('2025-11-02', 'en', now)).toBe('Nov 2, 2025')
  })

  it('says how long ago within a week, and the day beyond', () => {
    const now = Date.parse('2026-11-22T12:00:00Z')
    expect(formatAgo('2026-11-21T10:00:00Z', 'zh-CN', now)).toBe('昨天')
    expect(formatAgo('2026-11-22T09:00:00Z', 'en', now)).toBe('3 hours ago')
    expect(formatAgo('2026-10-01T12:00:00Z', 'en', now)).toBe('Oct 1')
  })

  it('hands back what is no date at all', () => {
    expect(formatDate('soon', 'en')).toBe('soon')
    expect(formatAgo('soon', 'en')).toBe('soon')
  })
})

describe('A company that settles its signs', () => {
  it('has them whatever the reader’s language', () => {
    expect(formatNumber('1234567.5', 'en', 'pointComma')).toBe('1.234.567,5')
    expect(formatNumber('1234567.5', 'zh-CN', 'commaPoint')).toBe('1,234,567.5')
    expect(formatNumber('-1234.5', 'en', 'pointComma')).toBe('-1.234,5')
    expect(formatNumber('1234.5', 'en')).toBe('1,234.5')
  })

  it('has its order of year, month and day', () => {
    expect(formatDate('2026-11-28', 'zh-CN', 'iso')).toBe('2026-11-28')
    expect(formatDate('2026-11-28', 'zh-CN', 'dayFirst')).toBe('28/11/2026')
    expect(formatDate('2026-11-28', 'zh-CN', 'dots')).toBe('28.11.2026')
    expect(formatDate('nonsense', 'zh-CN', 'iso')).toBe('nonsense')
  })
})
