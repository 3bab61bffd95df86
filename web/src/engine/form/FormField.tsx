import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attribute } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { narrowed } from '../shared/fitting'
import type { RecordForm } from './useRecordForm'

interface FormFieldProps {
  attribute: Attribute
  form: RecordForm
  autoFocus?: boolean
}

const isWide = (attribute: Attribute): boolean => attribute.multiline || attribute.type === 'lines'

export function FormField({ attribute, form, autoFocus }: FormFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const error = form.errors[attribute.name]
  const cleared = form.cleared.includes(attribute.name)
  const note = cleared ? t('form.cleared') : attribute.help
  const noteId = error || note ? `${id}-note` : undefined
  return (
    <div className={isWide(attribute) ? 'form-field wide' : 'form-field'}>
      <label htmlFor={id}>
        {attribute.label}
        {attribute.required && <i aria-hidden> *</i>}
      </label>
      <FieldInput
        id={id}
        attribute={narrowed(attribute, form.valueOf)}
        value={form.valueOf(attribute.name)}
        onChange={(value) => form.set(attribute.name, value)}
        autoFocus={autoFocus}
        invalid={Boolean(error)}
        describedBy={noteId}
      />
      {error ? (
        <p className="field-error" id={noteId} role="alert">
          {error}
        </p>
      ) : (
        note && (
          <p
            className={cleared ? 'field-help cleared' : 'field-help'}
            id={noteId}
            role={cleared ? 'status' : undefined}
          >
            {note}
          </p>
        )
      )}
    </div>
  )
}
