import { Suspense, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { House, Menu, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { iconOf } from '../icons'
import { later } from '../later'
import { useAreas } from './areas'
import { useCreateItems } from './TopBar'

const MorePages = later(async () => (await import('./MorePages')).MorePages)

/** On a phone: home, the two objects that come first, create, and everything else. */
export function TabBar() {
  const { t } = useTranslation()
  const areas = useAreas()
  const items = useCreateItems()
  const [open, setOpen] = useState(false)
  const [opened, setOpened] = useState(false)
  const [first, second] = areas.flatMap((area) => area.objects.slice(0, 1))
  const show = () => {
    setOpened(true)
    setOpen(true)
  }
  const tab = (object: typeof first) => {
    if (!object) return <span />
    const Icon = iconOf(object.icon)
    return (
      <Link to="/$object" params={{ object: object.name }} activeProps={{ className: 'on' }}>
        <Icon size={20} strokeWidth={1.7} aria-hidden />
        <span>{object.pluralLabel}</span>
      </Link>
    )
  }
  return (
    <nav className="tab-bar" aria-label={t('frame.navigation')}>
      <Link to="/" activeOptions={{ exact: true }} activeProps={{ className: 'on' }}>
        <House size={20} strokeWidth={1.7} aria-hidden />
        <span>{t('page.home')}</span>
      </Link>
      {tab(first)}
      {items.length > 0 ? (
        <Dropdown menu={{ items }} trigger={['click']} placement="top">
          <button type="button" className="plain plus" aria-label={t('action.create')}>
            <Plus size={22} aria-hidden />
          </button>
        </Dropdown>
      ) : (
        <span />
      )}
      {tab(second)}
      <button type="button" className="plain" onClick={show}>
        <Menu size={20} strokeWidth={1.7} aria-hidden />
        <span>{t('frame.more')}</span>
      </button>
      {opened && (
        <Suspense>
          <MorePages open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </nav>
  )
}
