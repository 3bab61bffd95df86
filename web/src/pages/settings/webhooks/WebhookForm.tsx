import { useState } from 'react'
import { Checkbox, Input, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { useAddWebhook, useSaveWebhook, WEBHOOK_ACTIONS, type Webhook, type WebhookInput } from '~/api/webhooks'
import { Secret } from '~/ui/Secret'
import { useClearing } from '~/ui/useClearing'

const NEW: WebhookInput = { name: '', url: '', objects: [], actions: [], ownNetwork: false, active: true }

/** Makes a webhook, and shows its secret this once, or changes one. */
export function WebhookForm({ webhook, onClose }: { webhook?: Webhook; onClose: () => void }) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const clearing = useClearing()
  const add = useAddWebhook()
  const save = useSaveWebhook()
  const [draft, setDraft] = useState<WebhookInput>(webhook ?? NEW)
  const set = (more: Partial<WebhookInput>) => setDraft({ ...draft, ...more })
  const failure = webhook ? save.error : add.error
  const problem = failure ? asProblem(failure) : undefined
  const errors = problem ? errorsByAttribute(problem.errors) : {}
  const complaint = problem && !errors.name && !errors.url && (problem.message || t('state.offlineDetail'))
  const pending = add.isPending || save.isPending

  const submit = () => {
    if (pending) return
    const { name, url, objects, actions, ownNetwork, active } = draft
    const body = { name, url, objects, actions, ownNetwork, active }
    if (webhook) save.mutate({ id: webhook.id, version: webhook.version, ...body }, { onSuccess: onClose })
    else add.mutate(body)
  }
  if (add.data?.secret) {
    return (
      <Secret title={t('webhooks.secret')} warning={t('webhooks.once')} onClose={onClose}>
        {add.data.secret}
      </Secret>
    )
  }
  const title = t(webhook ? 'webhooks.change' : 'webhooks.create')
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      onOk={submit}
      okText={webhook ? t('action.save') : title}
      okButtonProps={{ disabled: !draft.name.trim() || !draft.url.trim(), loading: pending }}
    >
      <form
        className="token-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <label htmlFor="webhook-name">{t('webhooks.name')}</label>
        <Input
          id="webhook-name"
          autoFocus
          maxLength={100}
          value={draft.name}
          status={errors.name ? 'error' : undefined}
          onChange={(event) => set({ name: event.target.value })}
        />
        {errors.name && (
          <p className="field-error" role="alert">
            {errors.name}
          </p>
        )}
        <label htmlFor="webhook-url">{t('webhooks.url')}</label>
        <Input
          id="webhook-url"
          inputMode="url"
          placeholder="https://"
          maxLength={1000}
          value={draft.url}
          status={errors.url ? 'error' : undefined}
          onChange={(event) => set({ url: event.target.value })}
        />
        {errors.url && (
          <p className="field-error" role="alert">
            {errors.url}
          </p>
        )}
        <label htmlFor="webhook-objects">{t('webhooks.objects')}</label>
        <Select
          id="webhook-objects"
          mode="multiple"
          allowClear={clearing}
          optionFilterProp="label"
          placeholder={t('webhooks.everything')}
          value={draft.objects}
          onChange={(objects) => set({ objects })}
          options={catalog.pages.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel }))}
        />
        <label htmlFor="webhook-actions">{t('webhooks.actions')}</label>
        <Select
          id="webhook-actions"
          mode="multiple"
          allowClear={clearing}
          placeholder={t('webhooks.everyChange')}
          value={draft.actions}
          onChange={(actions) => set({ actions })}
          options={WEBHOOK_ACTIONS.map((action) => ({ value: action, label: t(`webhooks.action.${action}`) }))}
        />
        <Checkbox checked={draft.ownNetwork} onChange={(event) => set({ ownNetwork: event.target.checked })}>
          {t('webhooks.ownNetwork')}
        </Checkbox>
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
