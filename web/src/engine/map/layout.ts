import type { MapEdge, MapNode } from '~/api/graph'

/** The room a record takes, with some around it. */
const WIDTH = 172
const HEIGHT = 64

/** How far rings reach in each direction, for frames that are wide and for those that are tall. */
const WIDE = { x: 1, y: 0.6 }
const TALL = { x: 0.6, y: 1 }

export interface Placed {
  node: MapNode
  x: number
  y: number
  /** How many steps it is away from the middle. */
  ring: number
}

/** Where one is from the middle, along which others one comes to it: the nearest way, in the order of the edges. */
function reached(centre: string, edges: readonly MapEdge[]): Map<string, string[]> {
  const beside = new Map<string, string[]>()
  const add = (one: string, other: string) => beside.set(one, [...(beside.get(one) ?? []), other])
  for (const { from, to } of edges) {
    add(from, to)
    add(to, from)
  }
  const next = new Map<string, string[]>([[centre, []]])
  const queue = [centre]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const id of beside.get(at) ?? []) {
      if (next.has(id)) continue
      next.set(id, [])
      next.get(at)?.push(id)
      queue.push(id)
    }
  }
  return next
}

/**
 * Places records in rings around the one in the middle, each within the part of its ring that belongs to the one it was come to
 * from, so that lines do not cross. What no line leads to is left out. The same records are always placed in the same way.
 */
export function placed(centre: string, nodes: readonly MapNode[], edges: readonly MapEdge[], tall = false): Placed[] {
  const stretch = tall ? TALL : WIDE
  const known = new Map(nodes.map((node) => [node.id, node]))
  const next = reached(
    centre,
    edges.filter(({ from, to }) => known.has(from) && known.has(to)),
  )
  const leaves = (id: string): number =>
    Math.max(
      1,
      (next.get(id) ?? []).reduce((sum, each) => sum + leaves(each), 0),
    )
  const rings: number[] = []
  const count = (id: string, ring: number) => {
    rings[ring] = (rings[ring] ?? 0) + 1
    for (const each of next.get(id) ?? []) count(each, ring + 1)
  }
  if (!known.has(centre)) return []
  count(centre, 0)
  // Each ring has room for those on it, and lies outside of the one before.
  const radius: number[] = [0]
  for (let ring = 1; ring < rings.length; ring++)
    radius[ring] = Math.max(
      (radius[ring - 1] ?? 0) + WIDTH * 1.5,
      ((rings[ring] ?? 0) * (WIDTH + HEIGHT)) / 2 / (2 * Math.PI),
    )
  const found: Placed[] = []
  const place = (id: string, ring: number, begin: number, end: number) => {
    const node = known.get(id)
    if (!node) return
    const angle = (begin + end) / 2
    const far = radius[ring] ?? 0
    found.push({
      node,
      ring,
      x: Math.round(Math.cos(angle) * far * stretch.x),
      y: Math.round(Math.sin(angle) * far * stretch.y),
    })
    const all = leaves(id)
    let at = begin
    for (const each of next.get(id) ?? []) {
      const part = ((end - begin) * leaves(each)) / all
      place(each, ring + 1, at, at + part)
      at += part
    }
  }
  place(centre, 0, -Math.PI / 2, (3 * Math.PI) / 2)
  return found
}

/** The nearest one in a direction, of those more in it than beside it; none where nothing lies there. */
export function towards(
  from: Placed,
  direction: 'left' | 'right' | 'up' | 'down',
  all: readonly Placed[],
): Placed | undefined {
  const sideways = direction === 'left' || direction === 'right'
  const sign = direction === 'left' || direction === 'up' ? -1 : 1
  let best: Placed | undefined
  let least = Infinity
  for (const each of all) {
    const along = sign * (sideways ? each.x - from.x : each.y - from.y)
    const across = Math.abs(sideways ? each.y - from.y : each.x - from.x)
    if (along <= 0 || across > along * 2) continue
    const far = along + across
    if (far < least) {
      least = far
      best = each
    }
  }
  return best
}
