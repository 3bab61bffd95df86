import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEMPLATES, templatesOptions } from '~/api/documents'
import { useCatalog } from '~/api/metadata'
import type { RecordData } from '~/api/types'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { FieldsDrawer } from './FieldsDrawer'
import { TemplateForm } from './TemplateForm'
import { TemplateRow } from './TemplateRow'
import './templates.css'

/** The documents a company writes once, and what it makes of records with them. */
export function Templates() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(templatesOptions)
  const mayMake = useCatalog().object(TEMPLATES)?.rights.create
  const [edited, setEdited] = useState<RecordData | 'new'>()
  const [asked, setAsked] = useState<string>()
  return (
    <section className="card templates" aria-label={t('settings.templates')}>
      <header>
        <span className="grow">{t('templates.about')}</span>
        {mayMake && (
          <Button type="primary" size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setEdited('new')}>
            {t('templates.create')}
          </Button>
        )}
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.items.length === 0 ? (
        <Empty title={t('templates.empty')} detail={t('templates.emptyDetail')} />
      ) : (
        <ul>
          {data.items.map((template) => (
            <TemplateRow
              key={template.id}
              template={template}
              onEdit={() => setEdited(template)}
              onFields={() => setAsked(String(template.object))}
            />
          ))}
        </ul>
      )}
      {edited && <TemplateForm template={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
      {asked && <FieldsDrawer object={asked} onClose={() => setAsked(undefined)} />}
    </section>
  )
}
