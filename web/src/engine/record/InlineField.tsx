import { useState } from 'react'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { useTranslation } from 'react-i18next'
import { Value } from '~/fields/Value'
import { useFreshValue } from '../live/fresh'
import { InlineEditor } from './InlineEditor'

interface InlineFieldProps {
  object: ObjectType
  record: RecordData
  attribute: Attribute
  editable: boolean
}

/** One value of a record: read, and edited where it stands. */
export function InlineField({ object, record, attribute, editable }: InlineFieldProps) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const value = record[attribute.name]
  const fresh = useFreshValue(record, attribute.name) ? ' fresh' : ''
  const label = (
    <span className="k" title={attribute.help ?? undefined}>
      {attribute.label}
    </span>
  )

  if (editing) {
    return (
      <>
        {label}
        <InlineEditor object={object} record={record} attribute={attribute} onDone={() => setEditing(false)} />
      </>
    )
  }
  if (!editable)
    return (
      <>
        {label}
        <span className={`v${fresh}`}>
          <Value attribute={attribute} value={value} />
        </span>
      </>
    )
  return (
    <>
      {label}
      <div
        className={`v editable${fresh}`}
        onClick={(event) => {
          // A link inside of the value keeps its own meaning.
          if (!(event.target as Element).closest('a')) setEditing(true)
        }}
      >
        <Value attribute={attribute} value={value} />
        <button
          type="button"
          className="plain pen"
          aria-label={t('record.editValue', { label: attribute.label })}
          onClick={() => setEditing(true)}
        />
      </div>
    </>
  )
}
