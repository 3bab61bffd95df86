import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { recordOptions } from '~/api/records'
import type { ObjectType } from '~/api/types'
import { Value } from '~/fields/Value'
import { SkeletonRows } from '~/ui/states'

/** What says nothing about whether two are the same. */
const SILENT = new Set(['id', 'version'])

/** Two records side by side, as far as they differ. */
export function PairDifferences({
  object,
  ids,
  titles,
}: {
  object: ObjectType
  ids: [string, string]
  titles: [string, string]
}) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const [one, other] = useQueries({ queries: ids.map((id) => recordOptions(object.name, id)) })
  if (!one?.data || !other?.data) return <SkeletonRows rows={3} />
  const left = one.data
  const right = other.data
  const names = object.attributes.filter(
    ({ name, type }) =>
      !SILENT.has(name) && type !== 'lines' && JSON.stringify(left[name]) !== JSON.stringify(right[name]),
  )
  if (names.length === 0) return <p className="sub">{t('duplicates.noDifferences')}</p>
  return (
    <table className="differences" aria-label={t('duplicates.differences')}>
      <thead>
        <tr>
          <td />
          {ids.map((id, at) => (
            <th key={id} scope="col">
              <Link to="/$object/$id" params={{ object: object.name, id }}>
                {titles[at]}
              </Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {catalog
          .pick(
            object.name,
            names.map(({ name }) => name),
          )
          .map((attribute) => (
            <tr key={attribute.name}>
              <th scope="row">{attribute.label}</th>
              <td>
                <Value attribute={attribute} value={left[attribute.name]} dense />
              </td>
              <td>
                <Value attribute={attribute} value={right[attribute.name]} dense />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
