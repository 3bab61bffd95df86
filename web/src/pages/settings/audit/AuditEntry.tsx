import { Link } from '@tanstack/react-router'
import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AuditFilter, AuditItem } from '~/api/audit'
import { useCatalog } from '~/api/metadata'
import type { Reference } from '~/api/types'
import { ChangeWords } from '~/engine/record/ChangeWords'
import { formatTime } from '~/fields/format'

interface EntryProps {
  item: AuditItem
  onNarrow: (more: AuditFilter) => void
}

/** A record by its title; one that is gone, or whose object is none any more, by the end of its id. */
function Named({ object, record }: { object: string | null; record: Reference }) {
  const catalog = useCatalog()
  const there = record.title && object && !catalog.object(object)?.partOf
  return there ? (
    <Link to="/$object/$id" params={{ object, id: record.id }}>
      {record.title}
    </Link>
  ) : (
    <span>{record.title ?? `…${record.id.slice(-8)}`}</span>
  )
}

function Records({ item, onNarrow }: EntryProps) {
  const { t } = useTranslation()
  const label = useCatalog().object(item.object ?? '')?.label
  const { record } = item
  return (
    <span className="audit-records">
      {label}
      {record && (
        <>
          {' '}
          <Named object={item.object} record={record} />
          <button
            type="button"
            className="plain"
            aria-label={t('audit.onlyThis')}
            title={t('audit.onlyThis')}
            onClick={() => onNarrow({ record: record.id })}
          >
            <ListFilter size={13} aria-hidden />
          </button>
        </>
      )}
      {item.records.length > 0 && (
        <span className="sub">
          {' '}
          {item.records.map((each) => each.title ?? `…${each.id.slice(-8)}`).join(t('filter.separator'))}
          {item.recordCount > item.records.length &&
            ` ${t('audit.andMore', { count: item.recordCount - item.records.length })}`}
        </span>
      )}
    </span>
  )
}

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Moments as people write them, and of what has no name the end of its id. */
const readable = (text: string, language: string): string =>
  MOMENT.test(text) ? formatTime(text, language) : ID.test(text) ? `…${text.slice(-8)}` : text

export function AuditEntry({ item, onNarrow }: EntryProps) {
  const { t, i18n } = useTranslation()
  const object = useCatalog().object(item.object ?? '')
  const who = item.by.title ?? `…${item.by.id.slice(-8)}`
  const details = item.details.filter(({ text }) => text !== '')
  return (
    <li className="audit-entry">
      <time dateTime={item.at} className="num sub">
        {formatTime(item.at, i18n.language)}
      </time>
      <div>
        <div className="audit-head">
          <button
            type="button"
            className="plain"
            title={t('audit.onlyBy')}
            onClick={() => onNarrow({ person: item.by.id })}
          >
            <b>{who}</b>
          </button>
          {item.seenAs && (
            <span className="sub">{t('audit.seenAs', { name: item.seenAs.title ?? item.seenAs.id })}</span>
          )}
          <span className={`pill ${item.source === 'event' ? 'indigo' : 'slate'}`}>{item.label}</span>
          <Records item={item} onNarrow={onNarrow} />
          {item.address && <span className="sub num">{item.address}</span>}
        </div>
        {object && item.changes.length > 0 && <ChangeWords object={object} changes={item.changes} />}
        {details.length > 0 && (
          <dl className="audit-details">
            {details.map(({ name, label, text }) => (
              <div key={name}>
                <dt>{label}</dt>
                <dd title={text}>{readable(text, i18n.language)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  )
}
