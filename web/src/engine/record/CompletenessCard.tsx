import { Progress } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { isEmpty } from '~/fields/registry'
import { useForms } from '../form/Forms'

const MOST = 4

interface CompletenessCardProps {
  object: ObjectType
  record: RecordData
}

/** What a record should say and does not, as far as the reader may write it, the most telling first. */
export const missingIn = (attributes: readonly Attribute[], record: RecordData): Attribute[] =>
  attributes.filter((attribute) => attribute.writable && !attribute.masked && isEmpty(record[attribute.name]))

/** How complete a record is, and what to ask for next; nothing where there is nothing left to ask. */
export function CompletenessCard({ object, record }: CompletenessCardProps) {
  const { t } = useTranslation()
  const forms = useForms()
  const missing = missingIn(useCatalog().pick(object.name, object.wanted), record)
  const percent = Number(record.completeness)
  if (missing.length === 0 || record.completeness == null) return null
  return (
    <section className="card completeness" aria-label={t('quality.title')}>
      <h2>{t('quality.title')}</h2>
      <div className="completeness-body">
        <Progress percent={percent} size="small" aria-label={t('quality.title')} />
        <span className="sub">{t('quality.askNext')}</span>
        {missing.slice(0, MOST).map(({ name, label }) => (
          <button key={name} type="button" className="plain pill" onClick={() => forms.edit(object.name, record, name)}>
            <Plus size={12} aria-hidden />
            {label}
          </button>
        ))}
      </div>
    </section>
  )
}
