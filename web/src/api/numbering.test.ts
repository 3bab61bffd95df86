import { describe, expect, it } from 'vitest'
import { numberOf } from './numbering'

describe('A number', () => {
  it('has the parts of the day and a counter that is at least so long', () => {
    expect(numberOf('KH-{yyyy}{mm}{dd}-{0000}', 7, '2026-03-09')).toBe('KH-20260309-0007')
    expect(numberOf('{yy}/{0}', 12345, '2026-03-09')).toBe('26/12345')
  })

  it('needs exactly one counter', () => {
    expect(numberOf('KH', 1, '2026-03-09')).toBe('')
    expect(numberOf('{0}{0}', 1, '2026-03-09')).toBe('')
  })

  it('is none where a part means nothing', () => {
    expect(numberOf('KH-{0000}-{bad}', 1, '2026-03-09')).toBe('')
  })
})
