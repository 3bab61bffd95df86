import type { RecordData, Reference } from '~/api/types'

export interface Department {
  id: string
  version: number
  name: string
  manager?: Reference
  /** Of the department itself. */
  people: number
  /** Of those below as well. */
  peopleBelow: number
  children: Department[]
}

type Counts = ReadonlyMap<string, number>

function grown(row: RecordData, byParent: Map<string, RecordData[]>, counts: Counts, seen: Set<string>): Department {
  seen.add(row.id)
  const children = (byParent.get(row.id) ?? [])
    .filter(({ id }) => !seen.has(id))
    .map((child) => grown(child, byParent, counts, seen))
  const people = counts.get(row.id) ?? 0
  return {
    id: row.id,
    version: row.version,
    name: String(row.name ?? ''),
    manager: (row.manager as Reference | null) ?? undefined,
    people,
    peopleBelow: children.reduce((sum, child) => sum + child.peopleBelow, people),
    children,
  }
}

/** Departments under those they are part of; one whose upper department is not there stands at the top. */
export function treeOf(rows: readonly RecordData[], counts: Counts): Department[] {
  const known = new Set(rows.map(({ id }) => id))
  const byParent = new Map<string, RecordData[]>()
  for (const row of rows) {
    const parent = (row.parent as Reference | null)?.id ?? ''
    const key = known.has(parent) ? parent : ''
    byParent.set(key, [...(byParent.get(key) ?? []), row])
  }
  const seen = new Set<string>()
  return (byParent.get('') ?? []).map((row) => grown(row, byParent, counts, seen))
}

/** A department and all below it. */
export const within = (department: Department): Department[] => [department, ...department.children.flatMap(within)]

export const find = (tree: readonly Department[], id: string | undefined): Department | undefined =>
  tree.flatMap(within).find((department) => department.id === id)

/** The department above another one; none of what stands at the top. */
export const parentOf = (tree: readonly Department[], id: string): Department | undefined =>
  tree.flatMap(within).find(({ children }) => children.some((child) => child.id === id))

/** Where a department may be moved: anywhere but into itself. */
export function targetsOf(tree: readonly Department[], moved: Department): Department[] {
  const own = new Set(within(moved).map(({ id }) => id))
  return tree.flatMap(within).filter(({ id }) => !own.has(id))
}
