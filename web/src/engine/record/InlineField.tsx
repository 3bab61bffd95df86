import { useState } from 'react'
import { filesOf } from '~/api/files'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { useTranslation } from 'react-i18next'
import { Value } from '~/fields/Value'
import { useFreshValue } from '../live/fresh'
import { useFitting } from '../shared/useFitting'
import { useSave } from '../shared/useSave'
import { InlineEditor } from './InlineEditor'

interface InlineFieldProps {
  object: ObjectType
  record: RecordData
  attribute: Attribute
  editable: boolean
}

/** One value of a record: read, and edited where it stands. What was written shows at once; the editor is back if it was refused. */
export function InlineField({ object, record, attribute, editable }: InlineFieldProps) {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(false)
  const saving = useSave(object, record)
  const fitted = useFitting(object)
  const value = record[attribute.name]
  const of = filesOf(object.name, record)
  const fresh = useFreshValue(record, attribute.name) ? ' fresh' : ''
  const label = (
    <span className="k" title={attribute.help ?? undefined}>
      {attribute.label}
    </span>
  )

  if (editing || saving.problem) {
    const leave = () => {
      setEditing(false)
      saving.reset()
    }
    const save = (next: unknown, version: number) => {
      setEditing(false)
      void saving.save(fitted(record, attribute.name, next), version)
    }
    return (
      <>
        {label}
        <InlineEditor
          // What was refused is edited anew, with the reason beside it.
          key={saving.problem ? 'refused' : 'new'}
          object={object}
          record={record}
          attribute={attribute}
          saving={saving}
          onSave={save}
          onDone={leave}
        />
      </>
    )
  }
  if (!editable)
    return (
      <>
        {label}
        <span className={`v${fresh}`}>
          <Value attribute={attribute} value={value} of={of} />
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
          if (!(event.target as Element).closest('a, .file-value')) setEditing(true)
        }}
      >
        <Value attribute={attribute} value={value} of={of} />
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
