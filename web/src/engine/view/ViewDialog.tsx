import { useState } from 'react'
import { Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem, errorsByAttribute } from '~/api/problem'
import type { Principal } from '~/api/shares'
import type { ObjectType } from '~/api/types'
import { useSaveView, type Look, type SavedView } from '~/api/views'
import { PrincipalPicker } from '../access/PrincipalPicker'

interface ViewDialogProps {
  object: ObjectType
  /** The one whose name and readers change; a new one without it. */
  view?: SavedView
  look: Look
  onSaved: (view: SavedView) => void
  onClose: () => void
}

type Audience = 'me' | 'some' | 'everyone'

const audienceOf = (view?: SavedView): Audience =>
  view?.everyone ? 'everyone' : view?.sharedWith.length ? 'some' : 'me'

/** What a view is called, and who has it. */
export function ViewDialog({ object, view, look, onSaved, onClose }: ViewDialogProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(view?.name ?? '')
  const [audience, setAudience] = useState<Audience>(() => audienceOf(view))
  const [shared, setShared] = useState<Principal[]>(
    () => view?.sharedWith.map((each) => ({ ...each, title: each.title ?? t('record.gone') })) ?? [],
  )
  const save = useSaveView(object.name)
  const problem = save.error ? asProblem(save.error) : undefined
  const errors = errorsByAttribute(problem?.errors ?? [])
  const mayServeAll = object.rights.configure || view?.everyone
  const submit = () =>
    save.mutate(
      {
        ...look,
        id: view?.id,
        version: view?.version,
        name,
        everyone: audience === 'everyone',
        sharedWith: audience === 'some' ? shared.map(({ id }) => id) : [],
      },
      { onSuccess: onSaved },
    )
  const beside = errors.name || errors.sharedWith || errors.everyone
  return (
    <Modal
      open
      width={480}
      title={t(view ? 'views.edit' : 'views.save')}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{
        loading: save.isPending,
        disabled: !name.trim() || (audience === 'some' && shared.length === 0),
      }}
      onOk={submit}
      onCancel={onClose}
    >
      <form
        className="view-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className="form-field">
          <label htmlFor="view-name">{t('views.name')}</label>
          <Input
            id="view-name"
            autoFocus
            maxLength={60}
            value={name}
            placeholder={t('views.namePlaceholder')}
            status={errors.name ? 'error' : undefined}
            aria-invalid={Boolean(errors.name)}
            onChange={({ target }) => setName(target.value)}
          />
          {errors.name && (
            <p className="field-error" role="alert">
              {errors.name}
            </p>
          )}
        </div>
        <div className="form-field">
          <span id="view-audience">{t('views.audience')}</span>
          <Radio.Group
            aria-labelledby="view-audience"
            className="view-audience"
            value={audience}
            onChange={({ target }) => setAudience(target.value as Audience)}
            options={[
              { value: 'me', label: t('views.onlyMe') },
              { value: 'some', label: t('views.some') },
              ...(mayServeAll ? [{ value: 'everyone', label: t('views.everyone') }] : []),
            ]}
          />
          {audience === 'some' && (
            <PrincipalPicker
              label={t('views.sharedWith')}
              value={shared}
              invalid={Boolean(errors.sharedWith)}
              onChange={setShared}
            />
          )}
          {(errors.sharedWith || errors.everyone) && (
            <p className="field-error" role="alert">
              {errors.sharedWith ?? errors.everyone}
            </p>
          )}
          <p className="field-help">{t('views.audienceHelp')}</p>
        </div>
        {problem && !beside && (
          <p className="field-error" role="alert">
            {problem.status === 412 ? t('views.stale') : (problem.errors[0]?.message ?? problem.message)}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
