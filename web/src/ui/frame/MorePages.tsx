import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { BadgeCheck, ChartColumn, Layers, Recycle, Settings, Workflow } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { iconOf } from '../icons'
import { homeOf, startOf, useAreas, useHasQuality, useHasSales } from './areas'

/** On a phone, every page there is. */
export function MorePages({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const areas = useAreas()
  const sales = useHasSales()
  const quality = useHasQuality()
  return (
    <Drawer
      placement="bottom"
      size="80%"
      title={t('frame.more')}
      open={open}
      onClose={onClose}
      styles={{ body: { padding: '4px 12px 24px' } }}
    >
      <div className="more-pages" onClick={onClose}>
        {areas.map((area) => (
          <section key={area.name}>
            <h2>{area.label}</h2>
            {area.objects.map((object) => {
              const Icon = iconOf(object.icon)
              return (
                <Link key={object.name} to={homeOf(object.name)} search={startOf(object)}>
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
          {quality && (
            <Link to="/quality">
              <BadgeCheck size={18} aria-hidden />
              {t('page.quality')}
            </Link>
          )}
          <Link to="/segments">
            <Layers size={18} aria-hidden />
            {t('page.segments')}
          </Link>
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
  )
}
