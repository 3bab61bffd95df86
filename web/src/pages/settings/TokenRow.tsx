import { App, Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRevokeToken, type Token } from '~/api/account'
import { asProblem } from '~/api/problem'
import { formatAgo, formatTime } from '~/fields/format'

/** A token as its owner may see it again. */
export function TokenRow({ token, account }: { token: Token; account?: string }) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const revoke = useRevokeToken()
  return (
    <li className="item token">
      <b className="ellipsis" title={token.name}>
        {token.name}
      </b>
      <code className="sub">{token.prefix}…</code>
      {token.readOnly && <span className="pill">{t('tokens.readOnly')}</span>}
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
        onConfirm={() =>
          revoke.mutate({ id: token.id, account }, { onError: (error) => message.error(asProblem(error).message) })
        }
      >
        <Button size="small" danger loading={revoke.isPending} aria-label={t('tokens.revokeOne', { name: token.name })}>
          {t('tokens.revoke')}
        </Button>
      </Popconfirm>
    </li>
  )
}
