import type { RecordData, Reference } from '~/api/types'

/** A folder with those inside it. */
export interface FolderNode {
  row: RecordData
  children: FolderNode[]
}

/** Folders in those they lie in; one whose outer folder is not there for the reader stands at the top. */
export function nested(rows: readonly RecordData[]): FolderNode[] {
  const known = new Set(rows.map(({ id }) => id))
  const outer = (row: RecordData): string => {
    const id = (row.parent as Reference | null | undefined)?.id ?? ''
    return known.has(id) ? id : ''
  }
  const inside = new Map<string, RecordData[]>()
  for (const row of rows) inside.set(outer(row), [...(inside.get(outer(row)) ?? []), row])
  const nodes = (id: string): FolderNode[] => (inside.get(id) ?? []).map((row) => ({ row, children: nodes(row.id) }))
  return nodes('')
}
