import { Suspense, useState } from 'react'
import { Button } from 'antd'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLooking } from '~/api/session'
import type { ObjectType } from '~/api/types'
import { useSaveView } from '~/api/views'
import { later } from '~/ui/later'
import { SaveAsSegment } from '../segment/SaveAsSegment'
import { addressOf, wantedOf } from './look'
import { useViews, type Tab } from './useViews'
import { ViewMenu } from './ViewMenu'
import './views.css'

const ViewDialog = later(async () => (await import('./ViewDialog')).ViewDialog)

function TabLink({ object, tab, changed }: { object: ObjectType; tab: Tab; changed: boolean }) {
  const { t } = useTranslation()
  const words = tab.view?.name ?? t(`views.${tab.key}`)
  return (
    <Link
      to="/$object"
      params={{ object: object.name }}
      search={tab.address}
      className={tab.active ? 'view-tab on' : 'view-tab'}
      aria-current={tab.active ? 'page' : undefined}
      title={tab.view && !tab.view.mayChange ? t('views.of', { name: tab.view.owner.title ?? '' }) : undefined}
    >
      {words}
      {changed && <span className="dot" role="img" aria-label={t('views.changed')} />}
    </Link>
  )
}

/** The names of what is looked at often, and keeping what is shown under one. */
export function ViewTabs({ object }: { object: ObjectType }) {
  const { t } = useTranslation()
  const views = useViews(object)
  const { current, changed, nameless, look } = views
  const looking = useLooking()
  const [dialog, setDialog] = useState<'new' | 'edit'>()
  const save = useSaveView(object.name)
  return (
    <nav className="view-tabs" aria-label={t('views.title')}>
      <div className="view-strip">
        {views.tabs.map((tab) => (
          <span className="view-slot" key={tab.key}>
            <TabLink object={object} tab={tab} changed={tab.active && changed} />
            {tab.active && tab.view && (
              <ViewMenu
                object={object}
                view={tab.view}
                onEdit={() => setDialog('edit')}
                onDeleted={() => views.open({})}
              />
            )}
          </span>
        ))}
        {changed && current && (
          <span className="view-acts">
            {current.mayChange && !looking && (
              <Button
                size="small"
                type="link"
                loading={save.isPending}
                onClick={() =>
                  save.mutate(wantedOf(current, look), { onSuccess: (view) => views.open(addressOf(view)) })
                }
              >
                {t('views.saveChanges')}
              </Button>
            )}
            <Button size="small" type="text" onClick={() => views.open(addressOf(current))}>
              {t('views.reset')}
            </Button>
          </span>
        )}
        {(nameless || changed) && !looking && (
          <button type="button" className="view-save" onClick={() => setDialog('new')}>
            <Plus size={14} aria-hidden />
            {t('views.save')}
          </button>
        )}
        {look.filter && !looking && <SaveAsSegment object={object} filter={look.filter} />}
      </div>
      {dialog && (
        <Suspense>
          <ViewDialog
            object={object}
            view={dialog === 'edit' ? current : undefined}
            look={dialog === 'edit' && current ? wantedOf(current) : look}
            onClose={() => setDialog(undefined)}
            onSaved={(view) => {
              setDialog(undefined)
              if (dialog === 'new') views.open(addressOf(view))
            }}
          />
        </Suspense>
      )}
    </nav>
  )
}
