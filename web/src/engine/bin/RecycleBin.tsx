import { useMemo } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { usePageTitle } from '~/ui/usePageTitle'
import { DeletedRows } from './DeletedRows'
import './bin.css'

/** What was deleted and can still be brought back, one object at a time. */
export function RecycleBin() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const navigate = useNavigate()
  const { object: chosen } = useSearch({ from: '/frame/recycle-bin' })
  const objects = useMemo(() => catalog.pages, [catalog])
  const object = objects.find(({ name }) => name === chosen) ?? objects[0]
  usePageTitle(t('page.recycleBin'))
  if (!object) return null
  return (
    <>
      <div className="page-head">
        <h1>{t('page.recycleBin')}</h1>
        <span className="grow" />
        <Select
          aria-label={t('bin.object')}
          className="bin-object"
          value={object.name}
          showSearch={{ optionFilterProp: 'label' }}
          options={objects.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel }))}
          onChange={(name: string) => void navigate({ to: '/recycle-bin', search: { object: name } })}
        />
      </div>
      <DeletedRows key={object.name} object={object} />
    </>
  )
}
