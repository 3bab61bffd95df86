import { describe, expect, it } from 'vitest'
import { isTouchedByComment, followersOptions, followedOptions, mentionsOptions, timelineOptions } from './timeline'
import { firstRowsOptions, recordOptions } from './records'

describe('A comment', () => {
  it('brings timelines, followers and news up to date, and loads no page anew', () => {
    const touched = [
      timelineOptions('customers', '1').queryKey,
      followersOptions('customers', '1').queryKey,
      mentionsOptions.queryKey,
      followedOptions.queryKey,
    ]
    const others = [recordOptions('customers', '1').queryKey, firstRowsOptions('contacts', {}).queryKey, ['session']]
    expect(touched.map(isTouchedByComment)).toEqual([true, true, true, true])
    expect(others.map(isTouchedByComment)).toEqual([false, false, false])
  })
})
