import { useId, useState, type KeyboardEvent } from 'react'
import { Button } from 'antd'
import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { fieldType } from '~/fields/registry'
import { Conflict } from '../shared/Conflict'
import { complaintOf } from '../shared/refusal'
import { narrowed } from '../shared/fitting'
import { useEdited } from '../shared/useEdited'
import type { Saving } from '../shared/useSave'

interface InlineEditorProps {
  object: ObjectType
  record: RecordData
  attribute: Attribute
  saving: Saving
  /** The version is the one that whoever typed has seen. */
  onSave: (value: unknown, version: number) => void
  onDone: () => void
}

/** Enter saves, Escape gives up; on a refusal what was typed stays, with the reason beside it. */
export function InlineEditor({ object, record, attribute, saving, onSave, onDone }: InlineEditorProps) {
  const { t } = useTranslation()
  const id = useId()
  const { savesOnChange } = fieldType(attribute)
  const { problem, current } = saving
  const [value, setValue] = useState(problem ? saving.attempted[attribute.name] : record[attribute.name])
  const { version } = useEdited(record, attribute.name)

  const save = (next: unknown) => {
    if (next === record[attribute.name]) onDone()
    else onSave(next, version)
  }
  const change = (next: unknown) => {
    setValue(next)
    if (savesOnChange) save(next)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onDone()
    const saves = event.key === 'Enter' && !savesOnChange && (!attribute.multiline || event.ctrlKey || event.metaKey)
    // A button does what it is for.
    if (!saves || (event.target as Element).closest('button')) return
    event.preventDefault()
    // Number inputs settle their text on Enter, which comes after this event.
    setTimeout(() => document.getElementById(`${id}-save`)?.click())
  }
  const complaint =
    problem && !current && (complaintOf(object.attributes, attribute.name, problem) || t('state.failed'))
  return (
    <div className="inline-editor" onKeyDown={press}>
      <FieldInput
        attribute={narrowed(attribute, (name) => record[name])}
        value={value}
        onChange={change}
        autoFocus
        invalid={Boolean(complaint)}
        describedBy={complaint ? `${id}-note` : undefined}
      />
      <div className="ways">
        {!savesOnChange && (
          <Button
            id={`${id}-save`}
            size="small"
            type="primary"
            icon={<Check size={14} />}
            aria-label={t('action.save')}
            onClick={() => save(value)}
          />
        )}
        <Button size="small" icon={<X size={14} />} aria-label={t('action.cancel')} onClick={onDone} />
      </div>
      {complaint && (
        <p className="field-error" id={`${id}-note`} role="alert">
          {complaint}
        </p>
      )}
      {current && (
        <Conflict
          object={object}
          current={current}
          mine={{ [attribute.name]: value }}
          onTheirs={onDone}
          onMine={() => onSave(value, current.version)}
        />
      )}
    </div>
  )
}
