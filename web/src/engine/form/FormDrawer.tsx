import { useEffect, useMemo, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { ObjectType, RecordData } from '~/api/types'
import { UnderwayPlace, useWaiting } from '~/fields/underway'
import { titleOf } from '~/fields/reference/options'
import { usePhone } from '~/ui/useMedia'
import { laidOut, layoutOf } from './attributes'
import { FormNotes } from './FormNotes'
import { FormParts } from './FormParts'
import type { FormRequest } from './Forms'
import { useWrittenStates } from './states'
import { useRecordForm } from './useRecordForm'
import './form.css'

interface FormDrawerProps {
  request: FormRequest
  open: boolean
  onClose: () => void
}

export function FormDrawer(props: FormDrawerProps) {
  const object = useCatalog().object(props.request.object)
  return object ? <ObjectForm {...props} object={object} /> : null
}

function useSavedNote(object: ObjectType) {
  const { t } = useTranslation()
  const { notification } = App.useApp()
  const navigate = useNavigate()
  return (record: RecordData) => {
    const key = record.id
    const go = () => {
      notification.destroy(key)
      void navigate({ to: '/$object/$id', params: { object: object.name, id: record.id } })
    }
    notification.success({
      key,
      placement: 'bottom',
      duration: 5,
      title: t('form.created', { label: object.label, title: titleOf(record, object.title) }),
      actions: (
        <Button size="small" onClick={go}>
          {t('action.open')}
        </Button>
      ),
    })
  }
}

function ObjectForm({ request, open, onClose, object }: FormDrawerProps & { object: ObjectType }) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const phone = usePhone()
  const form = useRecordForm(object, request)
  const [wantsMore, setWantsMore] = useState(false)
  const noteSaved = useSavedNote(object)
  const states = useWrittenStates(object, request.record?.id, form.typed)
  const laid = laidOut(object, form.valueOf)
  const layout = useMemo(() => layoutOf(catalog, laid, states.hidden), [catalog, laid, states.hidden])
  const isNew = !request.record
  // What the server objects to, or a rule asks for, must be seen, also when it stands among the rest.
  const objected = layout.more.some((section) =>
    section.attributes.some(({ name }) => form.errors[name] || states.required.has(name) || name === request.focus),
  )
  const first = request.focus ?? layout.quick[0]?.name

  const [waits, tell] = useWaiting()

  const submit = async (options?: Parameters<typeof form.save>[0]) => {
    if (waits) return
    // What the page began with belongs to the record, shown or not.
    const withheld =
      states.withheld && new Set([...states.withheld].filter((name) => !(name in (request.values ?? {}))))
    const saved = await form.save({ ...options, except: withheld })
    if (!saved) return
    onClose()
    if (isNew) noteSaved(saved)
  }
  useEffect(() => {
    document.querySelector<HTMLElement>('.record-form [aria-invalid="true"]')?.focus()
  }, [form.problem])

  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={phone ? '100%' : 560}
      destroyOnHidden
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
      }}
      title={t(isNew ? 'action.createOne' : 'action.editOne', { label: object.label })}
      footer={
        <div className="form-foot">
          <span className="sub" role="status">
            {waits ? t('files.underway') : !phone && t('form.saveHint')}
          </span>
          <span className="grow" />
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="primary" loading={form.busy} disabled={waits} onClick={() => void submit()}>
            {t('action.save')}
          </Button>
        </div>
      }
    >
      <form
        className="record-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <FormNotes object={object} form={form} id={request.record?.id} onSave={(options) => void submit(options)} />
        <UnderwayPlace value={tell}>
          <FormParts
            layout={layout}
            form={{ ...form, states }}
            first={first}
            all={wantsMore || objected || layout.quick.length === 0}
            onMore={() => setWantsMore(true)}
          />
        </UnderwayPlace>
        <button type="submit" hidden />
      </form>
    </Drawer>
  )
}
