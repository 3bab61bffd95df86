import { useState } from 'react'
import { Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { useSession } from '~/api/session'
import type { Principal } from '~/api/shares'
import type { ObjectType } from '~/api/types'
import { useSaveView, type Look, type SavedView } from '~/api/views'
import { AudienceField, audienceOf, type Audience } from './AudienceField'
import { FirstForField } from './FirstForField'

interface ViewDialogProps {
  object: ObjectType
  /** The one whose name and readers change; a new one without it. */
  view?: SavedView
  look: Look
  onSaved: (view: SavedView) => void
  onClose: () => void
}

/** What a view is called, and who has it. */
export function ViewDialog({ object, view, look, onSaved, onClose }: ViewDialogProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(view?.name ?? '')
  const [audience, setAudience] = useState<Audience>(() => audienceOf(view))
  const [shared, setShared] = useState<Principal[]>(
    () => view?.sharedWith.map((each) => ({ ...each, title: each.title ?? t('record.gone') })) ?? [],
  )
  const [firstFor, setFirstFor] = useState(() => view?.firstFor.map(({ id }) => id) ?? [])
  const { admin } = useSession()
  const save = useSaveView(object.name)
  const problem = save.error ? asProblem(save.error) : undefined
  const errors = errorsByAttribute(problem?.errors ?? [])
  const submit = () =>
    save.mutate(
      {
        ...look,
        id: view?.id,
        version: view?.version,
        name,
        everyone: audience === 'everyone',
        sharedWith: audience === 'some' ? shared.map(({ id }) => id) : [],
        ...(admin && { firstFor }),
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
        <AudienceField
          audience={audience}
          shared={shared}
          mayServeAll={object.rights.configure || Boolean(view?.everyone)}
          errors={errors}
          help={t('views.audienceHelp')}
          onAudience={setAudience}
          onShared={setShared}
        />
        {admin && <FirstForField value={firstFor} onChange={setFirstFor} />}
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
