import { Suspense, useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Badge, Button } from 'antd'
import { Bell as BellIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { notificationsOptions } from '~/api/notifications'
import { later } from '../later'

const Drawer = later(async () => (await import('./NotificationDrawer')).NotificationDrawer)

/** The server counts no further. */
const MOST_COUNTED = 99

/** How much is new, and behind it what. */
export function Bell() {
  const { t, i18n } = useTranslation()
  const { data } = useInfiniteQuery(notificationsOptions(false, i18n.language))
  const [opened, setOpened] = useState(false)
  const [open, setOpen] = useState(false)
  const unread = data?.pages[0]?.unread ?? 0
  const show = () => {
    setOpened(true)
    setOpen(true)
  }
  return (
    <>
      <Badge count={unread} size="small" overflowCount={MOST_COUNTED} offset={[-8, 8]}>
        <Button
          type="text"
          icon={<BellIcon size={17} aria-hidden />}
          aria-label={unread > 0 ? t('notifications.unread', { count: unread }) : t('notifications.title')}
          onClick={show}
        />
      </Badge>
      <span className="visually-hidden" role="status">
        {unread > 0 && t('notifications.unread', { count: unread })}
      </span>
      {opened && (
        <Suspense>
          <Drawer open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
