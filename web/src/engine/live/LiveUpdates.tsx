import { useEffect, useState } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listen } from '~/api/live'
import { notificationsChanged } from '~/api/notifications'
import { recordsChanged } from '~/api/records'
import { request } from '~/api/client'
import { useSession } from '~/api/session'
import { Gathering } from './gather'
import { byOthers, newsOf, refresh } from './refresh'
import './live.css'

const PAUSE_MS = 1_000
const PAUSE_IN_BULK_MS = 5_000
/** Browsers allow few connections to one server, so windows nobody looks at give theirs back. */
const HIDDEN_MS = 60_000

/** An answer is as old as its request, and of those on their way nobody knows. */
const ON_THE_WAY_MS = 2_000

/** How many milliseconds ago the oldest answer on the screen may have been made. */
function ageOf(client: QueryClient) {
  const read = client
    .getQueryCache()
    .getAll()
    .map((query) => query.state.dataUpdatedAt)
    .filter((at) => at > 0)
  const now = Date.now()
  return now - Math.min(now, ...read) + ON_THE_WAY_MS
}

/** Refreshes at once, and then not again for a moment. */
function createRefresher(client: QueryClient, person: string, onRefreshed: () => void) {
  const gathering = new Gathering()
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = () => {
    timer = undefined
    if (gathering.isEmpty) return
    timer = setTimeout(flush, gathering.isBulk ? PAUSE_IN_BULK_MS : PAUSE_MS)
    const changes = gathering.take()
    refresh(client, changes, person)
    if (byOthers(changes, person)) onRefreshed()
  }
  return {
    add: (changes: Parameters<Gathering['add']>[0]) => {
      gathering.add(newsOf(client, changes))
      if (timer === undefined) flush()
    },
    stop: () => clearTimeout(timer),
  }
}

function useListening(onRefreshed: () => void) {
  const client = useQueryClient()
  const { id: person } = useSession().user
  useEffect(() => {
    const refresher = createRefresher(client, person, onRefreshed)
    let stop: (() => void) | undefined
    let hiding: ReturnType<typeof setTimeout> | undefined
    let wasHidden = false
    const start = () => {
      stop ??= listen(
        {
          onChanges: refresher.add,
          onNotifications: () => void notificationsChanged(client),
          onSettled: () => void client.invalidateQueries({ queryKey: ['metadata'] }),
          onMissed: () => {
            void client.invalidateQueries({ queryKey: ['metadata'] })
            void recordsChanged(client)
            void notificationsChanged(client)
          },
          // Asking who one is finds out that one is nobody, and leads to signing in.
          onEnd: () => void request('session').catch(() => {}),
        },
        () => ageOf(client),
      )
      if (wasHidden) {
        void recordsChanged(client)
        void notificationsChanged(client)
      }
      wasHidden = false
    }
    const follow = () => {
      clearTimeout(hiding)
      if (document.visibilityState === 'visible') start()
      else
        hiding = setTimeout(() => {
          stop?.()
          stop = undefined
          wasHidden = true
        }, HIDDEN_MS)
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      clearTimeout(hiding)
      refresher.stop()
      stop?.()
    }
  }, [client, person, onRefreshed])
}

/** Keeps what is on the screen as it is, whoever changes it; tells those who do not see the colour that something has changed. */
export function LiveUpdates() {
  const { t } = useTranslation()
  const [times, setTimes] = useState(0)
  const [count] = useState(() => () => setTimes((before) => before + 1))
  useListening(count)
  return (
    <p className="visually-hidden" role="status">
      {times > 0 && <span key={times}>{t('live.refreshed')}</span>}
    </p>
  )
}
