import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { webhooksOptions, type Webhook } from '~/api/webhooks'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { Deliveries } from './Deliveries'
import { WebhookForm } from './WebhookForm'
import { WebhookRow } from './WebhookRow'
import './webhooks.css'

/** Other programs that are told of changes. */
export function Webhooks() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(webhooksOptions)
  const [edited, setEdited] = useState<Webhook | 'new'>()
  const [shown, setShown] = useState<Webhook>()
  return (
    <section className="card" aria-label={t('settings.webhooks')}>
      <header>
        <span className="grow">{t('webhooks.about')}</span>
        <Button type="primary" size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setEdited('new')}>
          {t('webhooks.create')}
        </Button>
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.items.length === 0 ? (
        <Empty title={t('webhooks.empty')} />
      ) : (
        <ul>
          {data.items.map((webhook) => (
            <WebhookRow
              key={webhook.id}
              webhook={webhook}
              onEdit={() => setEdited(webhook)}
              onShow={() => setShown(webhook)}
            />
          ))}
        </ul>
      )}
      {edited && <WebhookForm webhook={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
      {shown && <Deliveries webhook={shown} onClose={() => setShown(undefined)} />}
    </section>
  )
}
