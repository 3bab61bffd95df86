import { useId } from 'react'
import type { Attribute } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { Value } from '~/fields/Value'
import type { States } from './states'
import type { RecordForm } from './useRecordForm'

/** What a field needs of the form it stands in. */
export type FormValues = Pick<RecordForm, 'valueOf' | 'set' | 'errors'> & { states?: States }

interface FormFieldProps {
  attribute: Attribute
  form: FormValues
  autoFocus?: boolean
}

const isWide = (attribute: Attribute): boolean => attribute.multiline || attribute.type === 'lines'

export function FormField({ attribute, form, autoFocus }: FormFieldProps) {
  const id = useId()
  const error = form.errors[attribute.name]
  const fixed = form.states?.readOnly.has(attribute.name)
  const noteId = error || attribute.help ? `${id}-note` : undefined
  return (
    <div className={isWide(attribute) ? 'form-field wide' : 'form-field'}>
      <label htmlFor={fixed ? undefined : id}>
        {attribute.label}
        {(attribute.required || form.states?.required.has(attribute.name)) && <i aria-hidden> *</i>}
      </label>
      {fixed ? (
        <div id={id} className="form-fixed">
          <Value attribute={attribute} value={form.valueOf(attribute.name)} />
        </div>
      ) : (
        <FieldInput
          id={id}
          attribute={attribute}
          value={form.valueOf(attribute.name)}
          onChange={(value) => form.set(attribute.name, value)}
          autoFocus={autoFocus}
          invalid={Boolean(error)}
          describedBy={noteId}
        />
      )}
      {error ? (
        <p className="field-error" id={noteId} role="alert">
          {error}
        </p>
      ) : (
        attribute.help && (
          <p className="field-help" id={noteId}>
            {attribute.help}
          </p>
        )
      )}
    </div>
  )
}
