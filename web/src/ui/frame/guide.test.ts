import { describe, expect, it } from 'vitest'
import { guidePageOf } from './guide'

describe('the help of a page', () => {
  it.each([
    ['/', {}, 'first-steps'],
    ['/customers', {}, 'records'],
    ['/opportunities', { view: 'board' }, 'boards-and-charts'],
    ['/opportunities/1', {}, 'records'],
    ['/imports', {}, 'import'],
    ['/settings', {}, 'signing-in'],
    ['/settings/roles', {}, 'rights'],
    ['/settings/sample', {}, 'sample-company'],
    ['/users', {}, 'organisation'],
  ])('of %s %j is %s', (path, search, page) => {
    expect(guidePageOf(path, search)).toBe(page)
  })
})
