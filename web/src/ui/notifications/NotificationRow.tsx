import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import {
  AtSign,
  CalendarClock,
  Check,
  Eye,
  MonitorSmartphone,
  Reply,
  Share2,
  ShieldAlert,
  UserCheck,
  Workflow,
  Zap,
  type LucideIcon,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useReadNotifications, type NoticeKind, type Notification } from '~/api/notifications'
import { useLooking } from '~/api/session'
import { formatAgo } from '~/fields/format'

const ICONS: Record<NoticeKind, LucideIcon> = {
  mentioned: AtSign,
  replied: Reply,
  assigned: UserCheck,
  shared: Share2,
  followed: Eye,
  automated: Zap,
  due: CalendarClock,
  job: Workflow,
  device: MonitorSmartphone,
  security: ShieldAlert,
}

/** One thing the person was told; opening what it is about is reading it. */
export function NotificationRow({ notification, onOpened }: { notification: Notification; onOpened: () => void }) {
  const { t, i18n } = useTranslation()
  const read = useReadNotifications()
  const looking = useLooking()
  const { id, kind, text, path, at, unread } = notification
  const Icon = ICONS[kind]
  const note = () => unread && !looking && read.mutate({ ids: [id] })
  const open = () => {
    note()
    onOpened()
  }
  return (
    <li className={unread ? 'notification unread' : 'notification'}>
      <Icon size={16} aria-hidden />
      <span className="notification-text">
        {path ? (
          <Link to={path} onClick={open}>
            {text}
          </Link>
        ) : (
          text
        )}
        <span className="sub">
          {t(`notifications.kinds.${kind}`)} · {formatAgo(at, i18n.language)}
        </span>
      </span>
      {unread && !looking && (
        <Button
          type="text"
          size="small"
          icon={<Check size={14} aria-hidden />}
          aria-label={t('notifications.readOne', { text })}
          loading={read.isPending}
          onClick={note}
        />
      )}
    </li>
  )
}
