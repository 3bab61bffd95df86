import { QueryClient, type QueryKey } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { firstRowsOptions, recordOptions } from './records'
import {
  doneByOthers,
  followedOptions,
  followersOptions,
  isTouchedByComment,
  mentionsOptions,
  timelineOptions,
  type TimelineEntry,
} from './timeline'

const client = new QueryClient()

function queryOf(queryKey: QueryKey, data?: unknown) {
  if (data) client.setQueryData(queryKey, data)
  return client.getQueryCache().build(client, { queryKey })
}

const telling = (id: string) => ({
  pages: [{ items: [{ id: 'entry', record: { object: 'logs', id } }] }],
  pageParams: [''],
})

describe('A comment', () => {
  it('brings the timelines that tell of its record, followers and news up to date, and loads no page anew', () => {
    const touched = [
      queryOf(timelineOptions('customers', '1').queryKey),
      queryOf(timelineOptions('deals', '5').queryKey, telling('1')),
      queryOf(followersOptions('customers', '1').queryKey),
      queryOf(mentionsOptions.queryKey),
      queryOf(followedOptions.queryKey),
    ]
    const others = [
      queryOf(timelineOptions('deals', '6').queryKey, telling('2')),
      queryOf(followersOptions('deals', '5').queryKey),
      queryOf(recordOptions('customers', '1').queryKey),
      queryOf(firstRowsOptions('contacts', {}).queryKey),
      queryOf(['session']),
    ]
    expect(touched.map((query) => isTouchedByComment(query, '1'))).toEqual([true, true, true, true, true])
    expect(others.map((query) => isTouchedByComment(query, '1'))).toEqual([false, false, false, false, false])
  })
})

describe('What is seen', () => {
  const entry = (id: string, by: string, more = {}) =>
    ({ id, by: { id: by }, kind: 'changes', ...more }) as TimelineEntry

  it('is seen again only when others did or said more', () => {
    const before = doneByOthers([entry('1', 'you')], 'me')
    expect(doneByOthers([entry('2', 'me'), entry('1', 'you')], 'me')).toBe(before)
    expect(doneByOthers([entry('2', 'you'), entry('1', 'you')], 'me')).not.toBe(before)
  })

  it('is an answer to what one said, too', () => {
    const reply = { id: '9', by: { id: 'you' } }
    const said = (replies: unknown[]) => doneByOthers([entry('1', 'me', { kind: 'comments', replies })], 'me')
    expect(said([reply])).not.toBe(said([]))
  })
})
