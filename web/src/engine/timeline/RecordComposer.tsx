import { useMemo, useState, type KeyboardEvent } from 'react'
import { App, Button, Input, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { FieldInput } from '~/fields/FieldInput'
import { titleOf } from '~/fields/reference/options'
import { useRecordForm, type RecordForm } from '../form/useRecordForm'

interface RecordComposerProps {
  /** What is written: its records are entries of the timeline. */
  object: ObjectType
  /** Whose timeline, and by which attribute an entry points to it. */
  host: { object: ObjectType; record: RecordData; attribute: string }
}

/** Short choices are clicked, text is typed where its name stands, all else has its label above. */
function Asked({ attribute, form }: { attribute: Attribute; form: RecordForm }) {
  const error = form.errors[attribute.name]
  const value = form.valueOf(attribute.name)
  const text = {
    'aria-label': attribute.label,
    placeholder: attribute.label,
    value: value == null ? '' : String(value),
    maxLength: attribute.maxLength ?? undefined,
    status: error ? ('error' as const) : undefined,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => form.set(attribute.name, event.target.value || null),
  }
  const input =
    attribute.choices && attribute.required ? (
      <Segmented<string>
        size="small"
        aria-label={attribute.label}
        value={String(value ?? '')}
        onChange={(code) => form.set(attribute.name, code)}
        options={attribute.choices.filter(({ active }) => active).map(({ code, label }) => ({ value: code, label }))}
      />
    ) : attribute.multiline ? (
      <Input.TextArea {...text} autoSize={{ minRows: 2, maxRows: 10 }} />
    ) : attribute.type === 'text' ? (
      <Input {...text} />
    ) : (
      <label className="short">
        <span className="sub">{attribute.label}</span>
        <FieldInput
          attribute={attribute}
          value={value}
          onChange={(next) => form.set(attribute.name, next)}
          invalid={Boolean(error)}
        />
      </label>
    )
  return (
    <div className={`asked ${attribute.multiline || attribute.choices ? 'wide' : attribute.type}`}>
      {input}
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

/** Makes an entry with little asked; what is not asked for here is on its own page. */
export function RecordComposer({ object, host }: RecordComposerProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const catalog = useCatalog()
  const asked = catalog.pick(object.name, object.entry?.asked ?? [])
  const [given] = useState(() => ({
    [host.attribute]: { id: host.record.id, title: titleOf(host.record, host.object.title) },
  }))
  const form = useRecordForm(object, { object: object.name, values: given }, host.record.id)
  const first = asked.find((attribute) => attribute.choices && attribute.required)
  // Until somebody begins, only what one begins with is there.
  const opening = asked.findIndex((attribute) => attribute.type === 'text')
  const when = catalog.attribute(object.name, object.entry?.at ?? '')
  // It stays open: folding up when the focus leaves would move what somebody is about to click.
  const [opened, setOpened] = useState(false)
  const started = useMemo(
    () => asked.some((attribute) => attribute !== first && form.typed[attribute.name] != null),
    [asked, first, form.typed],
  )
  const shown = opened || started || opening < 0 ? asked : asked.slice(0, opening + 1)
  const elsewhere = Object.entries(form.errors).filter(([name]) => !asked.some((attribute) => attribute.name === name))

  const save = async () => {
    const chosen = first && form.valueOf(first.name) == null ? { [first.name]: first.choices?.[0]?.code } : {}
    const now = when?.writable ? { [when.name]: new Date().toISOString() } : {}
    if (!(await form.save({ also: { ...chosen, ...now } }))) return
    form.discard()
    message.success(t('timeline.saved', { label: object.label }))
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }
  const withFirst: RecordForm = {
    ...form,
    valueOf: (name) => form.valueOf(name) ?? (name === first?.name ? first.choices?.[0]?.code : undefined),
  }
  return (
    <div
      className={opened || started ? 'record-composer opened' : 'record-composer'}
      onFocus={() => setOpened(true)}
      onKeyDown={press}
    >
      {shown.map((attribute) => (
        <Asked key={attribute.name} attribute={attribute} form={withFirst} />
      ))}
      {form.problem && (elsewhere.length > 0 || Object.keys(form.errors).length === 0) && (
        <p className="field-error wide" role="alert">
          {elsewhere
            .map(([name, text]) => `${catalog.attribute(object.name, name)?.label ?? name}: ${text}`)
            .join(' ') ||
            form.problem.message ||
            t('form.offline')}
        </p>
      )}
      {started && (
        <div className="ways wide">
          <Button size="small" type="primary" loading={form.busy} onClick={() => void save()}>
            {t('action.save')}
          </Button>
          <Button size="small" type="text" onClick={form.discard}>
            {t('action.discard')}
          </Button>
          <span className="sub hint">{form.restored ? t('form.restored') : t('form.saveHint')}</span>
        </div>
      )}
    </div>
  )
}
