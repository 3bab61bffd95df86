import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { filesOf } from '~/api/files'
import { useCatalog } from '~/api/metadata'
import { openOptions, type OpenRecords } from '~/api/overview'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { formatAgo, formatNumber } from '~/fields/format'
import { isEmpty } from '~/fields/registry'
import { Value } from '~/fields/Value'
import { referenceFilter } from '../filter/conditions'
import { sumWords } from '../shared/sums'

const SHOWN = 6

/** How many of what belongs to the record is not at its end, and what it is worth together. */
function OpenFact({ open, id }: { open: OpenRecords; id: string }) {
  const { t, i18n } = useTranslation()
  const object = useCatalog().object(open.object)
  const count = open.figures.count ?? 0
  if (!object || count === 0) return null
  const worth = open.worth ? sumWords(open.figures[`sum(${open.worth})`], i18n.language) : undefined
  return (
    <div>
      <dt>{t('record.openOf', { label: object.pluralLabel })}</dt>
      <dd>
        <Link to="/$object" params={{ object: object.name }} search={{ filter: referenceFilter(open.attribute, id) }}>
          {formatNumber(count, i18n.language)}
        </Link>
        {worth && worth.text !== '—' && <span title={worth.each}> · {worth.text}</span>}
      </dd>
    </div>
  )
}

/** How well one knows the record: how much of it is said, and when that was last looked after. */
function scoresOf(object: ObjectType, columns: readonly Attribute[]): Attribute[] {
  return object.attributes.filter(
    ({ name }) => name === 'completeness' && !columns.some((column) => column.name === name),
  )
}

/** What the object's list finds worth a column, large, at the top; choices and the owner already stand beside the title. */
export function Facts({ object, record }: { object: ObjectType; record: RecordData }) {
  const { t, i18n } = useTranslation()
  const columns = useCatalog().pick(object.name, object.columns)
  const { data: open = [] } = useQuery({
    ...openOptions(object.name, record.id),
    enabled: !record.deletedAt && object.related.length > 0,
  })
  const told = columns
    .filter(
      (attribute) =>
        attribute.name !== object.title &&
        attribute.name !== 'owner' &&
        !attribute.choices &&
        attribute.type !== 'lines',
    )
    .slice(0, SHOWN)
  const facts = [...told, ...scoresOf(object, columns)].filter((attribute) => !isEmpty(record[attribute.name]))
  const changed = typeof record.updatedAt === 'string' ? record.updatedAt : undefined
  if (facts.length === 0 && open.length === 0) return null
  return (
    <dl className="facts">
      {facts.map((attribute) => (
        <div key={attribute.name}>
          <dt>{attribute.label}</dt>
          <dd>
            <Value attribute={attribute} value={record[attribute.name]} dense of={filesOf(object.name, record)} />
          </dd>
        </div>
      ))}
      {open.map((each) => (
        <OpenFact key={`${each.object}.${each.attribute}`} open={each} id={record.id} />
      ))}
      {changed && object.wanted.length > 0 && (
        <div>
          <dt>{t('record.changed')}</dt>
          <dd>
            <time dateTime={changed}>{formatAgo(changed, i18n.language)}</time>
          </dd>
        </div>
      )}
    </dl>
  )
}
