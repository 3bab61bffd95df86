import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { Laptop, Smartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { devicesOptions, useSignOutDevice, type Device } from '~/api/protection'
import { formatAgo } from '~/fields/format'
import { Failure, SkeletonRows } from '~/ui/states'

const ON_PHONES = new Set(['Android', 'iPhone', 'iPad', 'HarmonyOS'])

function DeviceRow({ device, onSignOut }: { device: Device; onSignOut: (id: string) => void }) {
  const { t, i18n } = useTranslation()
  const name = [device.browser ?? t('security.unknownBrowser'), device.system].filter(Boolean).join(' · ')
  const Icon = ON_PHONES.has(device.system ?? '') ? Smartphone : Laptop
  return (
    <li className="item token">
      <Icon size={16} aria-hidden />
      <b className="ellipsis">{name}</b>
      <span className="sub">{device.address}</span>
      <span className="grow" />
      {device.current ? (
        <span className="pill">{t('security.thisDevice')}</span>
      ) : (
        <>
          <span className="sub">{t('security.lastSeen', { time: formatAgo(device.lastSeenAt, i18n.language) })}</span>
          <Button size="small" aria-label={t('security.signOutOne', { name })} onClick={() => onSignOut(device.id)}>
            {t('session.signOut')}
          </Button>
        </>
      )}
    </li>
  )
}

/** Where somebody is signed in. */
export function Devices() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { data, error, refetch } = useQuery(devicesOptions)
  const signOut = useSignOutDevice()
  const end = (id?: string) => signOut.mutate(id, { onError: (failure) => message.error(asProblem(failure).message) })
  return (
    <section className="card" aria-label={t('security.devices')}>
      <header>
        <span className="grow">{t('security.devicesAbout')}</span>
        {data && data.items.length > 1 && (
          <Button size="small" loading={signOut.isPending} onClick={() => end()}>
            {t('security.signOutElsewhere')}
          </Button>
        )}
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={2} />
      ) : (
        <ul>
          {data.items.map((device) => (
            <DeviceRow key={device.id} device={device} onSignOut={end} />
          ))}
        </ul>
      )}
    </section>
  )
}
