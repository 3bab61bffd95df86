import { describe, expect, it } from 'vitest'
import type { Layout } from '~/api/layouts'
import {
  addSection,
  audience,
  complete,
  EVERYBODY,
  leaveOut,
  moveBy,
  moveSection,
  place,
  removeSection,
  toggleQuick,
  withLayout,
  withoutLayout,
} from './draft'

const own: Layout = {
  kind: null,
  role: null,
  sections: [
    { key: 'basic', labels: {}, attributes: ['name', 'phone', 'grade'] },
    { key: 'more', labels: {}, attributes: ['remarks'] },
    { key: 'system', labels: {}, attributes: ['owner', 'createdAt'] },
  ],
  hidden: [],
  quick: ['name', 'grade'],
}
const layout = complete(own, own)
const names = ({ sections, hidden }: Layout) => [...sections.flatMap(({ attributes }) => attributes), ...hidden].sort()
const shown = ({ sections }: Layout) => Object.fromEntries(sections.map(({ key, attributes }) => [key, attributes]))

describe('a layout', () => {
  it('shows what it does not mention behind the others', () => {
    const some: Layout = {
      ...own,
      sections: [{ key: 'first', labels: { en: 'First' }, attributes: ['remarks'] }],
      hidden: ['phone'],
      quick: null,
    }
    expect(shown(complete(some, own))).toEqual({
      first: ['remarks'],
      further: ['name', 'grade'],
      system: ['owner', 'createdAt'],
    })
    expect(complete(some, own).quick).toEqual(['name', 'grade'])
  })

  it('takes an attribute where it is put, before another or at the end', () => {
    expect(shown(place(layout, 'owner', 'basic', 'phone'))).toMatchObject({
      basic: ['name', 'owner', 'phone', 'grade'],
      system: ['createdAt'],
    })
    expect(shown(place(layout, 'name', 'more')).more).toEqual(['remarks', 'name'])
    expect(place(layout, 'name', 'basic', 'name')).toBe(layout)
  })

  it('asks first for what is ticked, in the order in which it stands', () => {
    expect(toggleQuick(layout, 'phone').quick).toEqual(['name', 'phone', 'grade'])
    expect(place(layout, 'name', 'more').quick).toEqual(['grade', 'name'])
    expect(leaveOut(layout, 'grade').quick).toEqual(['name'])
  })

  it('moves across the edges of sections, and stays at the ends', () => {
    expect(shown(moveBy(layout, 'grade', 1)).more).toEqual(['grade', 'remarks'])
    expect(shown(moveBy(layout, 'remarks', -1)).basic).toEqual(['name', 'phone', 'grade', 'remarks'])
    expect(moveBy(layout, 'name', -1)).toEqual(layout)
    expect(moveSection(layout, 'more', -1).sections.map(({ key }) => key)).toEqual(['more', 'basic', 'system'])
  })

  it('loses nothing, whatever is done', () => {
    const done = [
      removeSection(layout, 'basic'),
      removeSection(layout, 'more'),
      removeSection(addSection(layout, { en: 'New' }), 'own-1'),
      leaveOut(layout, 'phone'),
      place(leaveOut(layout, 'phone'), 'phone', 'system'),
      moveBy(moveBy(layout, 'grade', 1), 'grade', 1),
    ]
    for (const each of done) expect(names(each)).toEqual(names(layout))
  })

  it('stands in the place of the one for the same people', () => {
    const input = { kind: null, layouts: [own], rules: [], offers: [] }
    const other = { ...own, role: { id: 'r', title: 'Sales' } }
    expect(audience(own)).toBe(EVERYBODY)
    expect(withLayout(withLayout(input, other), layout).layouts).toEqual([layout, other])
    expect(withoutLayout(withLayout(input, other), EVERYBODY).layouts).toEqual([other])
  })
})
