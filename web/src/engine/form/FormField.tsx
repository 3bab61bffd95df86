import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attribute, AttributeType } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { Value } from '~/fields/Value'
import { narrowed } from '../shared/fitting'
import type { States } from './states'
import type { RecordForm } from './useRecordForm'

/** What a field needs of the form it stands in. */
export type FormValues = Pick<RecordForm, 'valueOf' | 'set' | 'errors'> &
  Partial<Pick<RecordForm, 'cleared'>> & { states?: States }

interface FormFieldProps {
  attribute: Attribute
  form: FormValues
  autoFocus?: boolean
}

const WIDE: ReadonlySet<AttributeType> = new Set(['lines', 'address', 'file'])

const isWide = (attribute: Attribute): boolean => attribute.multiline || WIDE.has(attribute.type)

export function FormField({ attribute, form, autoFocus }: FormFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const error = form.errors[attribute.name]
  const fixed = form.states?.readOnly.has(attribute.name)
  const cleared = !!form.cleared?.includes(attribute.name)
  const note = cleared ? t('form.cleared') : attribute.help
  const noteId = error || note ? `${id}-note` : undefined
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
          attribute={narrowed(attribute, form.valueOf)}
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
