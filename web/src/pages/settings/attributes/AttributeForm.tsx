import { useState } from 'react'
import { Checkbox, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAddAttribute, useChangeAttribute, WORDS, type AddedAttribute, type AddedInput } from '~/api/added'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { FormulaPart } from './FormulaPart'
import { RollUpPart } from './RollUpPart'
import { TypePart } from './TypePart'

const NEW: AddedInput = { label: '', type: 'text', required: false, filterable: true, searchable: false }

/** What may be said anew of one that is there. */
const changeable = ({ label, required, filterable, formula, rollUp }: AddedAttribute): AddedInput =>
  formula !== null ? { label, formula } : rollUp ? { label, rollUp } : { label, required, filterable }

interface FormProps {
  object: string
  attribute?: AddedAttribute
  onClose: () => void
}

/** Adds a field, or changes what is said of one; what its values are does not change afterwards. */
export function AttributeForm({ object, attribute, onClose }: FormProps) {
  const { t } = useTranslation()
  const add = useAddAttribute(object)
  const change = useChangeAttribute(object)
  const [draft, setDraft] = useState<AddedInput>(attribute ? changeable(attribute) : NEW)
  const set = (more: AddedInput) => setDraft({ ...draft, ...more })
  const type = attribute?.type ?? draft.type
  const failure = attribute ? change.error : add.error
  const problem = failure ? asProblem(failure) : undefined
  const errors = problem ? errorsByAttribute(problem.errors) : {}
  const places = Object.fromEntries((problem?.errors ?? []).map(({ path, message }) => [path, message]))
  const complaint =
    problem &&
    !errors.label &&
    !Object.keys(errors).some((path) => path === 'formula' || path.startsWith('rollUp')) &&
    (Object.values(errors)[0] ?? (problem.message || t('state.offlineDetail')))
  const calculated = draft.formula !== undefined || Boolean(draft.rollUp)
  const pending = add.isPending || change.isPending

  const submit = () => {
    if (pending || !draft.label?.trim()) return
    if (attribute) change.mutate({ name: attribute.name, version: attribute.version, ...draft }, { onSuccess: onClose })
    else add.mutate(draft, { onSuccess: onClose })
  }
  const title = t(attribute ? 'added.change' : 'added.create')
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      onOk={submit}
      okText={attribute ? t('action.save') : title}
      okButtonProps={{ disabled: !draft.label?.trim(), loading: pending }}
    >
      <form
        className="token-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <label htmlFor="added-label">{t('added.label')}</label>
        <Input
          id="added-label"
          autoFocus
          maxLength={60}
          value={draft.label}
          status={errors.label ? 'error' : undefined}
          onChange={(event) => set({ label: event.target.value })}
        />
        {errors.label && (
          <p className="field-error" role="alert">
            {errors.label}
          </p>
        )}
        {!attribute && <TypePart draft={draft} onChange={set} />}
        {draft.formula !== undefined && (
          <FormulaPart
            object={object}
            draft={draft}
            fixed={Boolean(attribute)}
            error={errors.formula ?? errors.type}
            onChange={set}
          />
        )}
        {draft.rollUp && (
          <RollUpPart object={object} rollUp={draft.rollUp} errors={places} onChange={(rollUp) => set({ rollUp })} />
        )}
        {!calculated && (
          <Checkbox checked={draft.required} onChange={(event) => set({ required: event.target.checked })}>
            {t('added.required')}
          </Checkbox>
        )}
        {!calculated && type !== 'reference' && (
          <Checkbox checked={draft.filterable} onChange={(event) => set({ filterable: event.target.checked })}>
            {t('added.filterable')}
          </Checkbox>
        )}
        {!attribute && !calculated && type && WORDS.includes(type) && (
          <Checkbox checked={draft.searchable} onChange={(event) => set({ searchable: event.target.checked })}>
            {t('added.searchable')}
          </Checkbox>
        )}
        {complaint && (
          <p className="field-error" role="alert">
            {complaint}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
