import { useState } from 'react'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { FilesOf } from '~/api/files'
import { useCatalog } from '~/api/metadata'
import type { Attribute, Change, ObjectType } from '~/api/types'
import { Value } from '~/fields/Value'
import { useReferenceTitles } from '../filter/words'
import './changes.css'

const SHOWN = 6

/** A reference of the past is an id alone; its title is asked for. */
function ReferenceById({ attribute, id, linkless }: { attribute: Attribute; id: string; linkless?: boolean }) {
  const [title = id] = useReferenceTitles(attribute.reference, [id])
  return <Value attribute={attribute} value={{ id, title }} dense linkless={linkless} />
}

/** The id of a reference that does not say what the record is called. */
const untitledOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  const { id, title } = (value ?? {}) as { id?: string; title?: string }
  return title ? undefined : id
}

/** A value as it once was, or might become. */
export function PastValue({
  attribute,
  value,
  of,
  linkless,
}: {
  attribute: Attribute
  value: unknown
  of?: FilesOf
  /** Whether it leads nowhere, lest one loses what one is at. */
  linkless?: boolean
}) {
  const { t } = useTranslation()
  if (attribute.masked) return <Value attribute={attribute} value={value} dense />
  if (attribute.type === 'lines')
    return <span>{t('timeline.rows', { count: Array.isArray(value) ? value.length : 0 })}</span>
  const untitled = attribute.type === 'reference' && untitledOf(value)
  if (untitled) return <ReferenceById attribute={attribute} id={untitled} linkless={linkless} />
  // "3 hours ago" says nothing of what was at another moment.
  return <Value attribute={attribute} value={value} dense={attribute.type !== 'time'} of={of} linkless={linkless} />
}

interface ChangeWordsProps {
  object: ObjectType
  /** The record that was changed. */
  of?: FilesOf
  changes: readonly Change[]
}

/** "Stage: Engaging → Won", one line for each attribute. */
export function ChangeWords({ object, of, changes }: ChangeWordsProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const [all, setAll] = useState(false)
  const known = changes.flatMap((change) => {
    const attribute = catalog.attribute(object.name, change.attribute)
    return attribute ? [{ attribute, change }] : []
  })
  return (
    <ul className="changes">
      {known.slice(0, all ? undefined : SHOWN).map(({ attribute, change }) => (
        <li key={attribute.name}>
          <span className="sub">{attribute.label}</span>
          <PastValue attribute={attribute} value={change.old} of={of} />
          <ArrowRight size={13} aria-label={t('timeline.to')} />
          <PastValue attribute={attribute} value={change.new} of={of} />
        </li>
      ))}
      {!all && known.length > SHOWN && (
        <li>
          <button type="button" className="plain sub" onClick={() => setAll(true)}>
            {t('timeline.moreChanges', { count: known.length - SHOWN })}
          </button>
        </li>
      )}
    </ul>
  )
}
