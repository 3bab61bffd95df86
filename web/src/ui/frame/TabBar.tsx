import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Drawer, Dropdown } from 'antd'
import { ChartColumn, House, Menu, Plus, Recycle, Settings, Workflow } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { iconOf } from '../icons'
import { useAreas, useHasSales } from './areas'
import { useCreateItems } from './TopBar'

/** On a phone: home, the two objects that come first, create, and everything else. */
export function TabBar() {
  const { t } = useTranslation()
  const areas = useAreas()
  const sales = useHasSales()
  const items = useCreateItems()
  const [open, setOpen] = useState(false)
  const [first, second] = areas.flatMap((area) => area.objects.slice(0, 1))
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
      <button type="button" className="plain" onClick={() => setOpen(true)}>
        <Menu size={20} strokeWidth={1.7} aria-hidden />
        <span>{t('frame.more')}</span>
      </button>
      <Drawer
        placement="bottom"
        size="80%"
        title={t('frame.more')}
        open={open}
        onClose={() => setOpen(false)}
        styles={{ body: { padding: '4px 12px 24px' } }}
      >
        <div className="more-pages" onClick={() => setOpen(false)}>
          {areas.map((area) => (
            <section key={area.name}>
              <h2>{area.label}</h2>
              {area.objects.map((object) => {
                const Icon = iconOf(object.icon)
                return (
                  <Link key={object.name} to="/$object" params={{ object: object.name }}>
                    <Icon size={18} aria-hidden />
                    {object.pluralLabel}
                  </Link>
                )
              })}
            </section>
          ))}
          <section>
            <h2>{t('frame.more')}</h2>
            {sales && (
              <Link to="/insight">
                <ChartColumn size={18} aria-hidden />
                {t('page.sales')}
              </Link>
            )}
            <Link to="/jobs">
              <Workflow size={18} aria-hidden />
              {t('page.jobs')}
            </Link>
            <Link to="/recycle-bin">
              <Recycle size={18} aria-hidden />
              {t('page.recycleBin')}
            </Link>
            <Link to="/settings">
              <Settings size={18} aria-hidden />
              {t('page.settings')}
            </Link>
          </section>
        </div>
      </Drawer>
    </nav>
  )
}
