import { useMemo, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { mapOptions, type MapEdge, type MapNode, type RecordMap } from '~/api/graph'

/** Where one stands. */
export interface Place {
  object: string
  id: string
}

/** Beyond these the places one was at first are left out of the drawing. */
const MOST = 120

const keyOf = ({ object, attribute, record }: MapEdge): string => `${object} ${attribute} ${record}`

/** What several maps show together, each record and each link once; of those shown twice the first counts. */
export function together(maps: readonly RecordMap[]): { nodes: MapNode[]; edges: MapEdge[] } {
  const nodes = new Map<string, MapNode>()
  const edges = new Map<string, MapEdge>()
  for (const map of maps) {
    for (const node of map.nodes) {
      if (nodes.size < MOST && !nodes.has(node.id)) nodes.set(node.id, node)
    }
    for (const edge of map.edges) {
      if (!edges.has(keyOf(edge))) edges.set(keyOf(edge), edge)
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] }
}

/** A walk along the links of records: each step unfolds what stands around, and what was seen before stays. */
export function useWalk(start: Place) {
  const client = useQueryClient()
  const [way, setWay] = useState<readonly Place[]>([start])
  const [centre = start] = way
  const query = useQuery(mapOptions(centre.object, centre.id))
  // Made anew where one goes on and when what stands there has come: the drawing keeps its place until then.
  const seen = useMemo(
    () => together(way.flatMap(({ object, id }) => client.getQueryData(mapOptions(object, id).queryKey) ?? [])),
    [client, way, query.dataUpdatedAt],
  )
  const centreNode = query.data?.nodes[0]
  return {
    ...seen,
    centre,
    centreNode,
    query,
    go: ({ object, id }: Place) => setWay((before) => [{ object, id }, ...before.filter((each) => each.id !== id)]),
    back: way.length > 1 ? () => setWay(way.slice(1)) : undefined,
  }
}
