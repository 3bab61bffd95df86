import { describe, expect, it } from 'vitest'
import type { RecordData } from '~/api/types'
import { find, targetsOf, treeOf, within } from './tree'

const row = (id: string, parent?: string): RecordData => ({
  id,
  version: 1,
  name: id,
  parent: parent ? { id: parent } : null,
})
const rows = [row('sales'), row('east', 'sales'), row('shanghai', 'east'), row('finance')]
const tree = treeOf(
  rows,
  new Map([
    ['sales', 1],
    ['east', 2],
    ['shanghai', 4],
  ]),
)

describe('A tree of departments', () => {
  it('counts people with those below', () => {
    expect(find(tree, 'sales')).toMatchObject({ people: 1, peopleBelow: 7 })
    expect(find(tree, 'finance')).toMatchObject({ people: 0, peopleBelow: 0 })
  })

  it('moves a department anywhere but into itself', () => {
    const east = find(tree, 'east')!
    expect(within(east).map(({ id }) => id)).toEqual(['east', 'shanghai'])
    expect(targetsOf(tree, east).map(({ id }) => id)).toEqual(['sales', 'finance'])
  })

  it('shows a department whose upper one is gone at the top', () => {
    expect(treeOf([row('left', 'gone')], new Map()).map(({ id }) => id)).toEqual(['left'])
  })
})
