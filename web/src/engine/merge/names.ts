import type { MergePreview } from '~/api/merge'

/** The records in an order that does not depend on which of them stays; those of one name are numbered, so that they can be told apart. */
export function namesOf({ records }: Pick<MergePreview, 'records'>) {
  const ordered = [...records].sort((one, other) => one.id.localeCompare(other.id))
  const alike = new Set(ordered.map(({ title }) => title)).size < ordered.length
  return ordered.map((record, place) => ({
    ...record,
    name: alike ? `${place + 1} · ${record.title}` : record.title,
  }))
}
