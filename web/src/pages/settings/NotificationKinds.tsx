import { Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { MAIL_CHOICES, NOTICE_KINDS, type Channels, type MailChoice, type NoticeKind } from '~/api/notifications'

type Kinds = Record<NoticeKind, Channels>

interface RowProps {
  kind: NoticeKind
  channels: Channels
  onChange: (channels: Channels) => void
}

function KindRow({ kind, channels, onChange }: RowProps) {
  const { t } = useTranslation()
  const label = t(`notifications.kinds.${kind}`)
  return (
    <tr>
      <th scope="row">
        {label}
        <span className="sub">{t(`notifications.kindsHelp.${kind}`)}</span>
      </th>
      {channels.fixed ? (
        <td colSpan={2} className="sub">
          {t('notifications.always')}
        </td>
      ) : (
        <>
          <td>
            <Switch
              size="small"
              aria-label={t('notifications.appOf', { kind: label })}
              checked={channels.app}
              onChange={(app) => onChange({ ...channels, app })}
            />
          </td>
          <td>
            <Select<MailChoice>
              size="small"
              className="fill"
              aria-label={t('notifications.mailOf', { kind: label })}
              value={channels.mail}
              options={MAIL_CHOICES.map((value) => ({ value, label: t(`notifications.mails.${value}`) }))}
              onChange={(mail) => onChange({ ...channels, mail })}
            />
          </td>
        </>
      )}
    </tr>
  )
}

/** Each kind of news, and where it is told. */
export function NotificationKinds({ kinds, onChange }: { kinds: Kinds; onChange: (kinds: Kinds) => void }) {
  const { t } = useTranslation()
  return (
    <table className="notification-kinds">
      <thead>
        <tr>
          <th scope="col">{t('notifications.kind')}</th>
          <th scope="col">{t('notifications.inApp')}</th>
          <th scope="col">{t('notifications.byMail')}</th>
        </tr>
      </thead>
      <tbody>
        {NOTICE_KINDS.map((kind) => (
          <KindRow
            key={kind}
            kind={kind}
            channels={kinds[kind]}
            onChange={(channels) => onChange({ ...kinds, [kind]: channels })}
          />
        ))}
      </tbody>
    </table>
  )
}
