import { expect, it } from 'vitest'
import { namesOf } from './names'

const record = (id: string, title: string) => ({ id, title, version: 1 })

it('numbers records of one name, always alike', () => {
  const names = (ids: string[]) => namesOf({ records: ids.map((id) => record(id, '远航')) }).map(({ name }) => name)
  expect(names(['b', 'a'])).toEqual(['1 · 远航', '2 · 远航'])
  expect(namesOf({ records: [record('b', '远航'), record('a', '云帆')] }).map(({ id, name }) => id + name)).toEqual([
    'a云帆',
    'b远航',
  ])
})
