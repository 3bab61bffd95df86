import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { offeredQuery } from '~/api/providers'
import { useDebounced } from '~/ui/useDebounced'

/** The ways in beside a password: a button for each identity provider, which the browser follows away from here. */
export function ProviderButtons({ tenant, next }: { tenant?: string; next?: string }) {
  const { t } = useTranslation()
  const named = useDebounced(tenant, 400)
  const { data } = useQuery(offeredQuery(named))
  if (!data?.items.length) return null
  return (
    <div className="gate-providers" role="group" aria-label={t('providers.waysIn')}>
      {data.items.map((provider) => (
        <Button
          key={provider.id}
          size="large"
          block
          href={provider.address + (next ? `?next=${encodeURIComponent(next)}` : '')}
        >
          {t('providers.signInBy', { label: provider.label })}
        </Button>
      ))}
    </div>
  )
}
