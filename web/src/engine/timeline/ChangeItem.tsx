import { useTranslation } from 'react-i18next'
import type { FilesOf } from '~/api/files'
import { useCatalog } from '~/api/metadata'
import type { ChangeEntry, NamedRecord } from '~/api/timeline'
import { ChangeWords } from '../record/ChangeWords'
import { EntryFrame, RecordLink } from './EntryFrame'

interface ChangeItemProps {
  entry: ChangeEntry
  parts: ChangeEntry[]
  /** The id of the record whose timeline it is. */
  host: string
  /** Where its files are had. */
  of?: FilesOf
}

/** The record itself has what it had when it was several; where it is gone nothing is had, nor of another that is not for the reader. */
function heldBy(record: NamedRecord, of: FilesOf | undefined): FilesOf | undefined {
  if (!of || record.object === of.object) return of
  return record.title ? record : undefined
}

/** What was changed: of the record itself, or of one that hangs on it. */
export function ChangeItem({ entry, parts, host, of }: ChangeItemProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const object = catalog.object(entry.record.object)
  const own = entry.record.id === host
  const files = heldBy(entry.record, of)
  return (
    <EntryFrame
      name={entry.by?.title}
      at={entry.at}
      note={entry.rule && <span className="sub">{t('timeline.byRule', { name: entry.rule })}</span>}
      head={
        own ? (
          t(`timeline.${entry.action}`, { titles: entry.merged?.map(({ title }) => title).join(', ') ?? '' })
        ) : (
          <>
            {t(`timeline.${entry.action}One`)} <RecordLink record={entry.record} />
          </>
        )
      }
    >
      {object && (entry.action === 'updated' || entry.action === 'merged') && (
        <ChangeWords object={object} of={files} changes={entry.changes} />
      )}
      {parts.map((part) => {
        const line = catalog.object(part.record.object)
        return (
          <div key={part.id} className="part">
            <span className="sub">
              {t(`timeline.${part.action}One`)} <RecordLink record={part.record} />
            </span>
            {line && part.action === 'updated' && <ChangeWords object={line} changes={part.changes} />}
          </div>
        )
      })}
    </EntryFrame>
  )
}
