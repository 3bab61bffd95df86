import { describe, expect, it } from 'vitest'
import type { MapEdge, MapNode } from '~/api/graph'
import { placed, towards } from './layout'

const node = (id: string): MapNode => ({ object: 'people', id, values: {}, more: [] })
const edge = (from: string, to: string): MapEdge => ({
  from,
  to,
  object: 'people',
  attribute: 'knows',
  record: from + to,
  title: null,
  asAttribute: null,
  as: null,
  strengthAttribute: null,
  strength: null,
})

describe('The places on a map', () => {
  const nodes = ['a', 'b', 'c', 'd', 'e'].map(node)
  const edges = [edge('a', 'b'), edge('c', 'a'), edge('c', 'd'), edge('d', 'a'), edge('d', 'c')]

  it('are in rings around the middle by the nearest way, also where ways lead round; what nothing leads to has none', () => {
    const found = placed('a', nodes, edges)
    expect(found.map(({ node: { id }, ring }) => [id, ring])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 1],
      ['d', 1],
    ])
    expect(found[0]).toMatchObject({ x: 0, y: 0 })
  })

  it('are never the same for two', () => {
    const many = Array.from({ length: 60 }, (_, at) => node(`n${at}`))
    const from = many.slice(1).map(({ id }, at) => edge(`n${Math.floor(at / 5)}`, id))
    const places = placed('n0', many, from).map(({ x, y }) => `${x} ${y}`)
    expect(places).toHaveLength(60)
    expect(new Set(places).size).toBe(60)
  })

  it('are found from one another by the direction', () => {
    const found = placed('a', nodes, edges)
    const [middle] = found
    if (!middle) throw new Error('no middle')
    const right = towards(middle, 'right', found)
    expect(right?.x).toBeGreaterThan(0)
    expect(right && towards(right, 'left', found)?.x).toBeLessThan(right?.x ?? 0)
    expect(towards({ ...middle, x: 10_000 }, 'right', found)).toBeUndefined()
  })
})
