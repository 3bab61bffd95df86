import { describe, expect, it } from 'vitest'
import type { SavedView } from '~/api/views'
import { addressOf, isChanged, lookOf, wantedOf } from './look'

const object = { columns: ['name', 'grade', 'owner'] }
const view: SavedView = {
  id: 'v1',
  version: 3,
  object: 'customers',
  name: 'A 级',
  owner: { id: 'u1', title: '林悦' },
  everyone: false,
  firstFor: [],
  sharedWith: [{ kind: 'team', id: 't1', title: '华东' }],
  mayChange: true,
  filter: "grade == 'a'",
  sort: ['-revenue', 'name'],
  columns: ['name', 'grade'],
  shows: 'chart',
  group: 'region',
  measure: null,
  kind: null,
}

describe('the look of a list', () => {
  it('comes back through its address', () => {
    expect(lookOf(addressOf(view), object)).toEqual({
      filter: view.filter,
      sort: view.sort,
      columns: view.columns,
      shows: 'chart',
      group: 'region',
      measure: null,
      kind: null,
    })
    expect(isChanged(view, addressOf(view), object)).toBe(false)
  })

  it('names the columns nobody chose', () => {
    expect(lookOf({}, object).columns).toEqual(object.columns)
  })

  it.each([
    [{ filter: undefined }],
    [{ sort: 'name' }],
    [{ columns: 'name' }],
    [{ view: undefined }],
    [{ group: 'grade' }],
    [{ measure: 'revenue' }],
  ])('is another with %j', (other) => {
    expect(isChanged(view, { ...addressOf(view), ...other }, object)).toBe(true)
  })

  it('of a view without columns does not change with those of the reader', () => {
    const bare = { ...view, columns: [] }
    expect(isChanged(bare, { ...addressOf(bare), columns: 'owner' }, object)).toBe(false)
  })

  it('is written with who has it', () => {
    expect(wantedOf(view)).toMatchObject({ id: 'v1', version: 3, sharedWith: ['t1'], filter: "grade == 'a'" })
    expect(wantedOf(view, lookOf({}, object))).toMatchObject({ name: 'A 级', filter: '', shows: 'list' })
  })
})
