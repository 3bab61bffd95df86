import { Suspense, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { tokensOptions } from '~/api/account'
import { later } from '~/ui/later'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { TokenRow } from './TokenRow'

const NewToken = later(async () => (await import('./NewToken')).NewToken)

export function Tokens() {
  const { t } = useTranslation()
  const [creating, setCreating] = useState(false)
  const { data, error, refetch } = useQuery(tokensOptions)
  return (
    <section className="card" aria-label={t('settings.tokens')}>
      <header>
        <span className="grow">{t('tokens.about')}</span>
        <Button type="primary" size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setCreating(true)}>
          {t('tokens.create')}
        </Button>
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.items.length === 0 ? (
        <Empty title={t('tokens.empty')} />
      ) : (
        <ul>
          {data.items.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
      {creating && (
        <Suspense>
          <NewToken onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </section>
  )
}
