import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { tokensOptions, useRevokeToken, type Token } from '~/api/account'
import { asProblem } from '~/api/problem'
import { formatAgo, formatTime } from '~/fields/format'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { NewToken } from './NewToken'

function TokenRow({ token }: { token: Token }) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const revoke = useRevokeToken()
  return (
    <li className="item token">
      <b className="ellipsis" title={token.name}>
        {token.name}
      </b>
      <code className="sub">{token.prefix}…</code>
      <span className="grow" />
      <span className="sub">
        {token.lastUsedAt
          ? t('tokens.lastUsed', { time: formatAgo(token.lastUsedAt, i18n.language) })
          : t('tokens.neverUsed')}
      </span>
      <span className="sub">
        {token.expiresAt
          ? t('tokens.expires', { time: formatTime(token.expiresAt, i18n.language) })
          : t('tokens.neverExpires')}
      </span>
      <Popconfirm
        title={t('tokens.revokeQuestion')}
        okText={t('tokens.revoke')}
        okButtonProps={{ danger: true }}
        onConfirm={() => revoke.mutate(token.id, { onError: (error) => message.error(asProblem(error).message) })}
      >
        <Button size="small" danger loading={revoke.isPending} aria-label={t('tokens.revokeOne', { name: token.name })}>
          {t('tokens.revoke')}
        </Button>
      </Popconfirm>
    </li>
  )
}

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
      {creating && <NewToken onClose={() => setCreating(false)} />}
    </section>
  )
}
