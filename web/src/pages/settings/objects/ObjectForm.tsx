import { useState } from 'react'
import { Checkbox, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useChangeObject, useDefineObject, type DefinedObject, type ObjectInput } from '~/api/objects'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { LANGUAGES } from '~/i18n'
import { FURTHER_ICONS } from '~/ui/furtherIcons'
import { ICON_NAMES, iconOf } from '~/ui/icons'
import { ObjectWords } from './ObjectWords'

const NEW: ObjectInput = {
  labels: {},
  plurals: {},
  titles: {},
  description: '',
  icon: 'package',
  owned: true,
  stages: [],
}

const changeable = ({ labels, plurals, titles, description, icon }: DefinedObject): ObjectInput => ({
  labels,
  plurals,
  titles,
  description,
  icon,
})

interface FormProps {
  object?: DefinedObject
  onDone: (path: string) => void
  onClose: () => void
}

/** Defines an object, or changes what people call one; what its records are made of does not change afterwards. */
export function ObjectForm({ object, onDone, onClose }: FormProps) {
  const { t, i18n } = useTranslation()
  const define = useDefineObject()
  const change = useChangeObject()
  const [draft, setDraft] = useState<ObjectInput>(object ? changeable(object) : NEW)
  const set = (more: ObjectInput) => setDraft({ ...draft, ...more })
  const own = LANGUAGES.find((each) => each === i18n.language) ?? 'en'
  const failure = object ? change.error : define.error
  const problem = failure ? asProblem(failure) : undefined
  const errors = problem ? errorsByAttribute(problem.errors) : {}
  const complaint =
    problem && !errors.path && (Object.values(errors)[0] ?? (problem.message || t('state.offlineDetail')))
  const pending = define.isPending || change.isPending
  const whole = Object.values(draft.labels ?? {}).some((label) => label.trim())

  const submit = () => {
    if (pending || !whole) return
    const done = ({ path }: DefinedObject) => onDone(path)
    if (object) change.mutate({ ...draft, path: object.path, version: object.version }, { onSuccess: done })
    else define.mutate({ ...draft, path: draft.path?.trim() || undefined }, { onSuccess: done })
  }
  const title = t(object ? 'objects.change' : 'objects.create')
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      onOk={submit}
      okText={object ? t('action.save') : title}
      okButtonProps={{ disabled: !whole, loading: pending }}
    >
      <form
        className="token-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ObjectWords language={own} draft={draft} onChange={set} />
        <details className="object-languages">
          <summary>{t('objects.otherLanguages')}</summary>
          {LANGUAGES.filter((each) => each !== own).map((each) => (
            <ObjectWords key={each} language={each} named draft={draft} onChange={set} />
          ))}
        </details>
        <label htmlFor="object-description">{t('objects.description')}</label>
        <Input
          id="object-description"
          maxLength={500}
          value={draft.description}
          onChange={(event) => set({ description: event.target.value })}
        />
        <label htmlFor="object-icon">{t('objects.icon')}</label>
        <Select
          id="object-icon"
          value={draft.icon}
          onChange={(icon) => set({ icon })}
          options={[...ICON_NAMES, ...Object.keys(FURTHER_ICONS)].map((name) => {
            const Icon = iconOf(name)
            return {
              value: name,
              label: (
                <span className="object-icon">
                  <Icon size={16} aria-hidden /> {name}
                </span>
              ),
            }
          })}
        />
        {!object && (
          <>
            <label htmlFor="object-stages">{t('objects.stages')}</label>
            <Input.TextArea
              id="object-stages"
              rows={4}
              onChange={(event) => set({ stages: event.target.value.split('\n').filter((line) => line.trim()) })}
            />
            <p className="sub">{t('objects.stagesHelp')}</p>
            <Checkbox checked={draft.owned} onChange={(event) => set({ owned: event.target.checked })}>
              {t('objects.ownedHelp')}
            </Checkbox>
            <label htmlFor="object-path">{t('objects.path')}</label>
            <Input
              id="object-path"
              maxLength={42}
              placeholder="c-transport-plans"
              value={draft.path}
              status={errors.path ? 'error' : undefined}
              onChange={(event) => set({ path: event.target.value })}
            />
            {errors.path ? (
              <p className="field-error" role="alert">
                {errors.path}
              </p>
            ) : (
              <p className="sub">{t('objects.pathHelp')}</p>
            )}
          </>
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
