import { useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { App, Button, Drawer, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { deliveriesOptions, DELIVERY_STATES, useReplay, type DeliveryState, type Webhook } from '~/api/webhooks'
import { PagedRows } from '~/ui/PagedRows'
import { usePhone } from '~/ui/useMedia'
import { DeliveryRow } from './DeliveryRow'

/** What became of the messages of a webhook. */
export function Deliveries({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const phone = usePhone()
  const [state, setState] = useState<DeliveryState>()
  const query = useInfiniteQuery(deliveriesOptions(webhook.id, state))
  const replay = useReplay()
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const again = (delivery?: string) =>
    replay.mutate(
      { id: webhook.id, delivery },
      { onError: (error) => void message.error(asProblem(error).message || t('state.offlineDetail')) },
    )
  return (
    <Drawer open size={phone ? '100%' : 640} title={t('webhooks.messagesOf', { name: webhook.name })} onClose={onClose}>
      <div className="deliveries-head">
        <Segmented<DeliveryState | 'all'>
          aria-label={t('webhooks.states')}
          value={state ?? 'all'}
          onChange={(next) => setState(next === 'all' ? undefined : next)}
          options={[
            { value: 'all', label: t('webhooks.all') },
            ...DELIVERY_STATES.map((value) => ({ value, label: t(`webhooks.state.${value}`) })),
          ]}
        />
        <span className="grow" />
        {state === 'failed' && items.length > 0 && (
          <Button size="small" loading={replay.isPending} onClick={() => again()}>
            {t('webhooks.replayAll')}
          </Button>
        )}
      </div>
      <PagedRows query={query} rows={items} empty={t('webhooks.noMessages')} className="deliveries">
        {(delivery) => <DeliveryRow key={delivery.id} delivery={delivery} onReplay={() => again(delivery.id)} />}
      </PagedRows>
    </Drawer>
  )
}
