import { describe, expect, it } from 'vitest'
import { attribute } from '~/testing/attributes'
import { dayOf, daysOf, isDay, onDay, shifted, todayIn } from './days'

const DAY = attribute('closeDate', 'date')
const TIME = attribute('happenedAt', 'time')

describe('The days of a calendar', () => {
  it('are whole weeks from the first weekday to the last', () => {
    const monday = daysOf('month', '2026-11-15', 1)
    expect([monday[0], monday.at(-1), monday.length]).toEqual(['2026-10-26', '2026-12-06', 42])
    const sunday = daysOf('month', '2026-11-15', 0)
    expect([sunday[0], sunday.at(-1), sunday.length]).toEqual(['2026-11-01', '2026-12-05', 35])
    expect(daysOf('week', '2026-11-29', 1)[0]).toBe('2026-11-23')
    expect(daysOf('month', '2026-02-10', 0)).toHaveLength(28)
  })

  it('go on to the next month without leaping over a short one', () => {
    expect(shifted('month', '2026-01-31', 1)).toBe('2026-02-28')
    expect(shifted('month', '2026-01-15', -1)).toBe('2025-12-15')
    expect(shifted('week', '2026-12-30', 1)).toBe('2027-01-06')
  })

  it('are only those there are', () => {
    expect(['2026-02-30', '2026-13-01', 'today', '', undefined].filter(isDay)).toEqual([])
    expect(isDay('2028-02-29')).toBe(true)
  })
})

describe('A value in a calendar', () => {
  it('stands on the day of the company, wherever the reader is', () => {
    expect(dayOf(TIME, '2026-11-27T16:30:00Z', 'Asia/Shanghai')).toBe('2026-11-28')
    expect(dayOf(TIME, '2026-11-27T16:30:00Z', 'America/New_York')).toBe('2026-11-27')
    expect(dayOf(DAY, '2026-11-27', 'America/New_York')).toBe('2026-11-27')
    expect(todayIn('Asia/Shanghai', Date.parse('2026-11-27T16:30:00Z'))).toBe('2026-11-28')
  })

  it('keeps its hour on another day, also where clocks are changed in between', () => {
    expect(onDay(TIME, '2026-11-27T06:30:00Z', '2026-12-03', 'Asia/Shanghai')).toBe('2026-12-03T06:30:00.000Z')
    expect(onDay(TIME, '2026-03-27T08:00:00Z', '2026-03-30', 'Europe/Berlin')).toBe('2026-03-30T07:00:00.000Z')
    expect(onDay(TIME, undefined, '2026-11-28', 'Asia/Shanghai')).toBe('2026-11-28T01:00:00.000Z')
    expect(onDay(DAY, '2026-11-27', '2026-12-03', 'Asia/Shanghai')).toBe('2026-12-03')
  })
})
