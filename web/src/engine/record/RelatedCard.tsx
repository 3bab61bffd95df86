import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { OpenRecords, RelatedRecords } from '~/api/overview'
import type { Attribute, ObjectType, RecordData, Reference, Related } from '~/api/types'
import { formatNearDate, formatNumber, localDay } from '~/fields/format'
import { titleOf } from '~/fields/reference/options'
import { fieldType, isEmpty } from '~/fields/registry'
import { Value } from '~/fields/Value'
import { SkeletonRows } from '~/ui/states'
import { referenceFilter } from '../filter/conditions'
import { useForms } from '../form/Forms'

const BESIDE = 2
const SHOWN = 5

/** By when it shall have ended; red where that day is over. */
function DueDay({ day }: { day: string }) {
  const { t, i18n } = useTranslation()
  const late = day < localDay(new Date())
  return (
    <time dateTime={day} className={late ? 'due late' : 'due'}>
      {formatNearDate(day, i18n.language)}
      {late && <span className="visually-hidden"> {t('record.late')}</span>}
    </time>
  )
}

/** What is open comes first, by the day it is due; each record stands once. */
const inOrder = (found?: RelatedRecords, open?: OpenRecords): RecordData[] => {
  const first = open?.items ?? []
  const others = (found?.items ?? []).filter(({ id }) => !first.some((each) => each.id === id))
  return [...first, ...others].slice(0, SHOWN)
}

interface RelatedRowProps {
  object: ObjectType
  row: RecordData
  columns: Attribute[]
  /** The attribute that points to the record the row is part of, where that is another one: it is what people look for. */
  whole?: Attribute
  /** By when it shall have ended, where it has not. */
  due?: string
}

/** One row: the title, a few words below it, and one number at its end. */
function RelatedRow({ object, row, columns, whole, due }: RelatedRowProps) {
  const { t } = useTranslation()
  const filled = columns.filter((column) => !isEmpty(row[column.name]))
  // The same attribute for every row, so that the numbers of a card can be compared.
  const number =
    columns.find((column) => column.type === 'money') ?? columns.find((column) => fieldType(column).align === 'end')
  const words = filled.filter((column) => column !== number && column.type !== 'boolean').slice(0, BESIDE)
  const other = whole && (row[whole.name] as Reference | null | undefined)
  const title = (other ? other.title : titleOf(row, object.title)) || t('record.untitled')
  const target = other ? { object: whole.reference ?? '', id: other.id } : { object: object.name, id: row.id }
  return (
    <Link className="item" to="/$object/$id" params={target}>
      <div className="grow">
        <div className="ellipsis" title={title}>
          {title}
        </div>
        <div className="sub words">
          {due && <DueDay day={due} />}
          {words.map((column) => (
            <Value key={column.name} attribute={column} value={row[column.name]} dense linkless />
          ))}
        </div>
      </div>
      {number && !isEmpty(row[number.name]) && (
        <b className="num">
          <Value attribute={number} value={row[number.name]} dense />
        </b>
      )}
    </Link>
  )
}

interface RelatedCardProps {
  related: Related
  record: RecordData
  title: string
  /** Not there until it has come. */
  found?: RelatedRecords
  /** What of them is open, where such records come to an end. */
  open?: OpenRecords
}

export function RelatedCard({ related, record, title, found, open }: RelatedCardProps) {
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const forms = useForms()
  const object = catalog.object(related.object)
  const whole = object?.attributes.find(
    ({ name, reference }) => object.partOf && reference === object.partOf && name !== related.attribute,
  )
  const columns = object
    ? catalog
        .pick(object.name, object.columns)
        .filter(
          ({ name, type }) =>
            name !== object.title &&
            name !== related.attribute &&
            name !== whole?.name &&
            type !== 'lines' &&
            name !== 'owner',
        )
    : []
  const filter = referenceFilter(related.attribute, record.id)
  if (!object) return null
  const rows = inOrder(found, open)
  const count = found?.count
  return (
    <section className="card" aria-label={related.label}>
      <header>
        <h2>
          <Link className="quiet-link" to="/$object" params={{ object: object.name }} search={{ filter }}>
            {related.label}
          </Link>
        </h2>
        {count && (
          <span className="num">
            {formatNumber(count.value, i18n.language)}
            {!count.exact && '+'}
          </span>
        )}
        <span className="grow" />
        {found?.more && (
          <Link to="/$object" params={{ object: object.name }} search={{ filter }}>
            {t('record.all')}
          </Link>
        )}
        {object.rights.create && !object.partOf && catalog.attribute(object.name, related.attribute)?.writable && (
          <Button
            type="text"
            size="small"
            icon={<Plus size={15} />}
            aria-label={t('action.createOne', { label: object.label })}
            onClick={() => forms.create(object.name, { [related.attribute]: { id: record.id, title } })}
          />
        )}
      </header>
      {!found && <SkeletonRows rows={2} />}
      {rows.map((row) => {
        const due = open?.items.includes(row) && row[open.due]
        return (
          <RelatedRow
            key={row.id}
            object={object}
            row={row}
            columns={due ? columns.filter(({ name }) => name !== open?.due) : columns}
            whole={whole}
            due={typeof due === 'string' ? due : undefined}
          />
        )
      })}
      {found?.items.length === 0 && <p className="nothing">{t('record.noRelated')}</p>}
    </section>
  )
}
