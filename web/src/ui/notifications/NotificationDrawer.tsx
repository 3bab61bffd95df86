import { useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Drawer, Segmented } from 'antd'
import { CheckCheck, Settings } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { notificationsOptions, useReadNotifications } from '~/api/notifications'
import { asProblem } from '~/api/problem'
import { useLooking } from '~/api/session'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { NotificationRow } from './NotificationRow'
import './notifications.css'

const WIDTH = 420

interface DrawerProps {
  open: boolean
  onClose: () => void
}

function List({ unread, onClose }: { unread: boolean; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const list = useInfiniteQuery(notificationsOptions(unread, i18n.language))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonRows rows={5} />
  if (items.length === 0) return <Empty title={t(unread ? 'notifications.allRead' : 'notifications.none')} />
  return (
    <>
      <ul className="notifications">
        {items.map((item) => (
          <NotificationRow key={item.id} notification={item} onOpened={onClose} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button type="link" block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('notifications.more')}
        </Button>
      )}
    </>
  )
}

/** What the person was told, newest first. */
export function NotificationDrawer({ open, onClose }: DrawerProps) {
  const { t, i18n } = useTranslation()
  const { message } = App.useApp()
  const { data } = useInfiniteQuery(notificationsOptions(false, i18n.language))
  const [shown, setShown] = useState<'all' | 'unread'>('all')
  const read = useReadNotifications()
  const looking = useLooking()
  const readAll = () =>
    read.mutate({ all: true }, { onError: (error) => message.error(asProblem(error).message || t('state.failed')) })
  return (
    <Drawer
      title={t('notifications.title')}
      open={open}
      onClose={onClose}
      size={WIDTH}
      styles={{ body: { padding: 0 } }}
      extra={
        <span className="notification-actions">
          {!looking && (
            <Button
              size="small"
              icon={<CheckCheck size={14} aria-hidden />}
              disabled={!data?.pages[0]?.unread}
              loading={read.isPending}
              onClick={readAll}
            >
              {t('notifications.readAll')}
            </Button>
          )}
          <Link
            to="/settings/$section"
            params={{ section: 'notifications' }}
            aria-label={t('settings.notifications')}
            onClick={onClose}
          >
            <Settings size={16} aria-hidden />
          </Link>
        </span>
      }
    >
      <div className="notification-filter">
        <Segmented
          size="small"
          aria-label={t('notifications.shown')}
          value={shown}
          onChange={setShown}
          options={(['all', 'unread'] as const).map((value) => ({ value, label: t(`notifications.${value}Only`) }))}
        />
      </div>
      <List unread={shown === 'unread'} onClose={onClose} />
    </Drawer>
  )
}
