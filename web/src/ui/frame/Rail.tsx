import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Tooltip } from 'antd'
import {
  BadgeCheck,
  ChartColumn,
  House,
  Layers,
  PanelLeftClose,
  PanelLeftOpen,
  Recycle,
  Settings,
  Workflow,
  type LucideIcon,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { iconOf } from '../icons'
import type { ListAddress } from '~/engine/list/address'
import { Brand } from './Brand'
import { homeOf, startOf, useAreas, useHasQuality, useHasSales } from './areas'

const STORED = 'keyuan.rail'

interface EntryProps {
  to: string
  search?: ListAddress
  label: string
  icon: LucideIcon
  collapsed: boolean
  exact?: boolean
}

function Entry({ to, search, label, icon: Icon, collapsed, exact }: EntryProps) {
  const link = (
    <Link
      to={to}
      search={search}
      activeProps={{ className: 'on' }}
      activeOptions={{ exact: exact ?? false, includeSearch: false }}
      aria-label={collapsed ? label : undefined}
    >
      <Icon size={16} strokeWidth={1.8} aria-hidden />
      {!collapsed && <span className="ellipsis">{label}</span>}
    </Link>
  )
  return collapsed ? (
    <Tooltip title={label} placement="right">
      {link}
    </Tooltip>
  ) : (
    link
  )
}

/** The pages of this person, by area. */
export function Rail() {
  const { t } = useTranslation()
  const areas = useAreas()
  const sales = useHasSales()
  const quality = useHasQuality()
  const { tenant } = useCatalog().metadata
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(STORED) === 'collapsed')
  const toggle = () => {
    localStorage.setItem(STORED, collapsed ? 'open' : 'collapsed')
    setCollapsed(!collapsed)
  }
  const Fold = collapsed ? PanelLeftOpen : PanelLeftClose
  return (
    <nav className={collapsed ? 'rail collapsed' : 'rail'} aria-label={t('frame.navigation')}>
      <Brand name={tenant.name} short={collapsed} />
      <div className="rail-pages">
        <Entry to="/" exact label={t('page.home')} icon={House} collapsed={collapsed} />
        {sales && <Entry to="/insight" label={t('page.sales')} icon={ChartColumn} collapsed={collapsed} />}
        {quality && <Entry to="/quality" label={t('page.quality')} icon={BadgeCheck} collapsed={collapsed} />}
        {areas.map((area) => (
          <div key={area.name} className="area" role="group" aria-label={area.label}>
            {collapsed ? (
              <hr />
            ) : (
              <span className="area-label" aria-hidden>
                {area.label}
              </span>
            )}
            {area.objects.map((object) => (
              <Entry
                key={object.name}
                to={homeOf(object.name)}
                search={startOf(object)}
                label={object.pluralLabel}
                icon={iconOf(object.icon)}
                collapsed={collapsed}
              />
            ))}
          </div>
        ))}
      </div>
      <div className="rail-foot">
        <Entry to="/segments" label={t('page.segments')} icon={Layers} collapsed={collapsed} />
        <Entry to="/jobs" label={t('page.jobs')} icon={Workflow} collapsed={collapsed} />
        <Entry to="/recycle-bin" label={t('page.recycleBin')} icon={Recycle} collapsed={collapsed} />
        <Entry to="/settings" label={t('page.settings')} icon={Settings} collapsed={collapsed} />
        <button
          type="button"
          className="plain fold"
          onClick={toggle}
          aria-label={t(collapsed ? 'frame.expand' : 'frame.collapse')}
        >
          <Fold size={16} strokeWidth={1.8} aria-hidden />
        </button>
      </div>
    </nav>
  )
}
