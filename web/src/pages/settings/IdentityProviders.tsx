import { Suspense, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { providersOptions } from '~/api/providers'
import { later } from '~/ui/later'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { ProviderCard } from './ProviderCard'
import './providers.css'

const NewProvider = later(async () => (await import('./NewProvider')).NewProvider)

export function IdentityProviders() {
  const { t } = useTranslation()
  const { tried } = useSearch({ strict: false }) as { tried?: string }
  const [adding, setAdding] = useState(false)
  const { data, error, refetch } = useQuery(providersOptions)
  return (
    <>
      <section className="card" aria-label={t('settings.identity-providers')}>
        <header>
          <span className="grow">{t('providers.about')}</span>
          <Button type="primary" size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setAdding(true)}>
            {t('providers.add')}
          </Button>
        </header>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={3} />
        ) : (
          data.items.length === 0 && <Empty title={t('providers.empty')} detail={t('providers.emptyDetail')} />
        )}
      </section>
      {data?.items.map((provider) => (
        <ProviderCard key={provider.id} provider={provider} roles={data.roles} tried={provider.id === tried} />
      ))}
      {adding && (
        <Suspense>
          <NewProvider onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </>
  )
}
