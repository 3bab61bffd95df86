import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { objectsOptions, type DefinedObject } from '~/api/objects'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { Attributes } from '../attributes/Attributes'
import { ObjectForm } from './ObjectForm'
import { ObjectRow } from './ObjectRow'
import './objects.css'

/** What the company works with beside what the program has: which objects there are, and the fields of one of them. */
export function Objects() {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<DefinedObject | 'new'>()
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useQuery(objectsOptions)
  const shown = data?.items.find(({ path, removedAt }) => path === open && !removedAt)
  return (
    <>
      <section className="card" aria-label={t('settings.objects')}>
        <header>
          <p className="grow sub">{t('objects.what')}</p>
          <Button type="primary" size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setEdited('new')}>
            {t('objects.create')}
          </Button>
        </header>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={3} />
        ) : data.items.length === 0 ? (
          <Empty title={t('objects.empty')} />
        ) : (
          <ul>
            {data.items.map((each) => (
              <ObjectRow
                key={each.path}
                object={each}
                open={each.path === open}
                onFields={() => setOpen(each.path === open ? undefined : each.path)}
                onEdit={() => setEdited(each)}
              />
            ))}
          </ul>
        )}
      </section>
      {shown && <Attributes key={shown.path} of={shown.path} title={t('objects.fieldsOf', { name: shown.plural })} />}
      {edited && (
        <ObjectForm
          object={edited === 'new' ? undefined : edited}
          onDone={(path) => {
            if (edited === 'new') setOpen(path)
            setEdited(undefined)
          }}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  )
}
