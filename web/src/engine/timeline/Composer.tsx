import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { useLooking } from '~/api/session'
import type { ObjectType, RecordData } from '~/api/types'
import { CommentBox } from './CommentBox'
import { RecordComposer } from './RecordComposer'

const COMMENT = 'comments'
const STORED = 'keyuan.timeline.tab'

/** Where something is added without leaving the record: the records that are entries here, and comments. */
export function Composer({ object, record }: { object: ObjectType; record: RecordData }) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const ways = object.entries.flatMap(({ object: name, attribute }) => {
    const entry = catalog.object(name)
    return entry?.rights.create ? [{ entry, attribute }] : []
  })
  const tabs = [
    ...ways.map(({ entry }) => ({ value: entry.name, label: entry.label })),
    { value: COMMENT, label: t('timeline.comment') },
  ]
  const looking = useLooking()
  const [wanted, setWanted] = useState(() => localStorage.getItem(STORED))
  const tab = tabs.find(({ value }) => value === wanted) ?? tabs[0]
  const way = ways.find(({ entry }) => entry.name === tab?.value)
  const choose = (value: string) => {
    localStorage.setItem(STORED, value)
    setWanted(value)
  }
  // Whoever looks with another's eyes adds nothing.
  if (looking) return null
  return (
    <div className="composer">
      <div role="tablist" aria-label={t('timeline.add')}>
        {tabs.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            role="tab"
            aria-selected={value === tab?.value}
            className="plain"
            onClick={() => choose(value)}
          >
            {label}
          </button>
        ))}
      </div>
      {way ? (
        <RecordComposer key={way.entry.name} object={way.entry} host={{ object, record, attribute: way.attribute }} />
      ) : (
        <CommentBox object={object.name} id={record.id} placeholder={t('timeline.commentHint')} />
      )}
    </div>
  )
}
