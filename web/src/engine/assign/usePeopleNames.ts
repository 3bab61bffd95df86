import { useQuery } from '@tanstack/react-query'
import { useCatalog } from '~/api/metadata'
import { firstRowsOptions } from '~/api/records'
import { titleOf } from '~/fields/reference/options'

const MOST = 200

/** The names of some people, by their ids; those that have not come yet are missing. */
export function usePeopleNames(people: readonly string[]): Map<string, string> {
  const catalog = useCatalog()
  const object = catalog.metadata.objects.find(({ capabilities }) => capabilities.includes('people'))
  const title = object?.title ?? 'name'
  const asked = people.slice(0, MOST)
  const { data } = useQuery({
    ...firstRowsOptions(object?.name ?? '', {
      filter: `id in [${asked.map((id) => `'${id}'`).join(', ')}]`,
      fields: [title],
      limit: MOST,
    }),
    enabled: Boolean(object) && asked.length > 0,
  })
  return new Map(data?.items.map((row) => [row.id, titleOf(row, title)]))
}
