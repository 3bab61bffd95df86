import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { ChangeEntry } from '~/api/timeline'
import { ChangeWords } from '../record/ChangeWords'
import { EntryFrame, RecordLink } from './EntryFrame'

/** What was changed: of the record itself, or of one that hangs on it. */
export function ChangeItem({ entry, parts, host }: { entry: ChangeEntry; parts: ChangeEntry[]; host: string }) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const object = catalog.object(entry.record.object)
  const own = entry.record.id === host
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
        <ChangeWords object={object} of={entry.record} changes={entry.changes} />
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
