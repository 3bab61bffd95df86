import { describe, expect, it } from 'vitest'
import { pauseAfter } from './live'

describe('The pause before the next attempt to listen', () => {
  it('is a second at most after the first failure and doubles from then on', () => {
    expect([1, 2, 3, 4].map((failures) => pauseAfter(failures, 1))).toEqual([1_000, 2_000, 4_000, 8_000])
  })

  it('never grows beyond a minute', () => {
    expect(pauseAfter(50, 1)).toBe(60_000)
  })

  it('differs from window to window', () => {
    expect(pauseAfter(3, 0)).toBe(2_000)
    expect(pauseAfter(3, 0.5)).toBe(3_000)
  })
})
