import { useState } from 'react'
import { App, Button, Dropdown, Switch, type MenuProps } from 'antd'
import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { useRemoveWebhook, useRenewSecret, useSaveWebhook, useTestWebhook, type Webhook } from '~/api/webhooks'
import { formatAgo } from '~/fields/format'
import { Secret } from '~/ui/Secret'

/** What a webhook is told of, in words. */
function useTold({ objects, actions }: Webhook): string {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const names = objects.map((name) => catalog.object(name)?.pluralLabel ?? name).join(t('webhooks.and'))
  const done = actions.map((action) => t(`webhooks.action.${action}`)).join(t('webhooks.and'))
  return `${names || t('webhooks.everything')} · ${done || t('webhooks.everyChange')}`
}

export function WebhookRow({ webhook, onEdit, onShow }: { webhook: Webhook; onEdit: () => void; onShow: () => void }) {
  const { t, i18n } = useTranslation()
  const { message, modal } = App.useApp()
  const [secret, setSecret] = useState<string>()
  const save = useSaveWebhook()
  const remove = useRemoveWebhook()
  const renew = useRenewSecret()
  const test = useTestWebhook()
  const told = useTold(webhook)
  const complain = (error: unknown) => void message.error(asProblem(error).message || t('state.offlineDetail'))

  const items: MenuProps['items'] = [
    { key: 'edit', label: t('action.edit'), onClick: onEdit },
    {
      key: 'test',
      label: t('webhooks.test'),
      onClick: () => test.mutate(webhook.id, { onSuccess: onShow, onError: complain }),
    },
    {
      key: 'secret',
      label: t('webhooks.renew'),
      onClick: () =>
        void modal.confirm({
          title: t('webhooks.renewQuestion'),
          content: t('webhooks.renewDetail'),
          okText: t('webhooks.renew'),
          onOk: () => renew.mutateAsync(webhook.id).then(({ secret: made }) => setSecret(made ?? undefined), complain),
        }),
    },
    {
      key: 'remove',
      danger: true,
      label: t('action.delete'),
      onClick: () =>
        void modal.confirm({
          title: t('webhooks.removeQuestion', { name: webhook.name }),
          content: t('webhooks.removeDetail'),
          okText: t('action.delete'),
          okButtonProps: { danger: true },
          onOk: () => remove.mutateAsync(webhook.id).catch(complain),
        }),
    },
  ]
  return (
    <li className="item webhook">
      <div className="grow">
        <button type="button" className="plain webhook-name" onClick={onShow}>
          {webhook.name}
        </button>
        {webhook.troubledSince && (
          <span className="pill ochre">
            {t('webhooks.troubled', { time: formatAgo(webhook.troubledSince, i18n.language) })}
          </span>
        )}
        <p className="sub ellipsis" title={webhook.url}>
          {webhook.url}
        </p>
        <p className="sub">{told}</p>
      </div>
      <Switch
        size="small"
        checked={webhook.active}
        loading={save.isPending}
        aria-label={t('webhooks.activeOf', { name: webhook.name })}
        onChange={(active) => save.mutate({ id: webhook.id, version: webhook.version, active }, { onError: complain })}
      />
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button
          size="small"
          type="text"
          icon={<Ellipsis size={16} aria-hidden />}
          aria-label={t('webhooks.more', { name: webhook.name })}
        />
      </Dropdown>
      {secret && (
        <Secret title={t('webhooks.secret')} warning={t('webhooks.once')} onClose={() => setSecret(undefined)}>
          {secret}
        </Secret>
      )}
    </li>
  )
}
