import { useMemo } from 'react'
import { useQueries } from '@tanstack/react-query'
import { useCatalog, type Catalog } from '~/api/metadata'
import { firstRowsOptions } from '~/api/records'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { Value } from '~/fields/Value'
import { isEmpty } from '~/fields/registry'

const AT_ONCE = 100
const MOST = 5
/** Of other programs: people do not know records by it. */
const FOREIGN = 'externalId'

/** What tells a record from its namesakes: what no other has, whose it is, by what it is compared, and when it was made. */
function tellingOf(catalog: Catalog, object: ObjectType): Attribute[] {
  const unique = object.attributes.filter(({ unique, name, type }) => unique && name !== FOREIGN && type === 'text')
  const people = catalog.pick(object.name, object.columns).filter(({ toPerson }) => toPerson)
  const names = [...unique, ...people].map(({ name }) => name)
  const wanted = new Set([...names, ...(object.compared ?? []), 'createdAt'])
  wanted.delete(object.title)
  return catalog.pick(object.name, [...wanted]).filter(({ type }) => type !== 'choice')
}

/** Records as far as they tell themselves apart, by their ids; those that have not come yet are missing. */
export function useTelling(object: ObjectType, ids: readonly string[]): Map<string, RecordData> {
  const catalog = useCatalog()
  const fields = useMemo(() => tellingOf(catalog, object).map(({ name }) => name), [catalog, object])
  const pages = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, page) =>
    ids.slice(page * AT_ONCE, (page + 1) * AT_ONCE),
  )
  const found = useQueries({
    queries: pages.map((page) =>
      firstRowsOptions(object.name, {
        filter: `id in [${page.map((id) => `'${id}'`).join(', ')}]`,
        fields,
        limit: AT_ONCE,
      }),
    ),
  })
  return new Map(found.flatMap(({ data }) => data?.items ?? []).map((record) => [record.id, record]))
}

/** What tells a record apart, as far as the reader sees it. */
export function Telling({ object, record }: { object: ObjectType; record?: RecordData }) {
  const catalog = useCatalog()
  if (!record) return null
  const shown = tellingOf(catalog, object).filter(({ name }) => !isEmpty(record[name]))
  return (
    <span className="telling">
      {shown.slice(0, MOST).map((attribute) => (
        <span key={attribute.name} title={attribute.label}>
          <Value attribute={attribute} value={record[attribute.name]} dense linkless />
        </span>
      ))}
    </span>
  )
}
