import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { addedOptions, type AddedAttribute } from '~/api/added'
import { useCatalog } from '~/api/metadata'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { AttributeForm } from './AttributeForm'
import { AttributeRow } from './AttributeRow'
import './attributes.css'

interface AttributesProps {
  /** The object; chosen among all where it is not given. */
  of?: string
  title?: string
}

/** Fields that the company has added to its objects, one object at a time. */
export function Attributes({ of, title }: AttributesProps) {
  const { t } = useTranslation()
  const objects = useCatalog().pages.filter(({ rights }) => rights.configure)
  const [object, setObject] = useState(of ?? objects[0]?.name ?? '')
  const [edited, setEdited] = useState<AddedAttribute | 'new'>()
  const { data, error, refetch } = useQuery(addedOptions(object))
  return (
    <section className="card" aria-label={title ?? t('settings.attributes')}>
      <header>
        {of ? (
          <h2 className="grow">{title}</h2>
        ) : (
          <Select
            className="grow added-object"
            aria-label={t('added.object')}
            showSearch
            optionFilterProp="label"
            value={object}
            onChange={setObject}
            options={objects.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel }))}
          />
        )}
        <Button type="primary" size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setEdited('new')}>
          {t('added.create')}
        </Button>
      </header>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.items.length === 0 ? (
        <Empty title={t('added.empty')} />
      ) : (
        <ul>
          {data.items.map((each) => (
            <AttributeRow key={each.name} object={object} attribute={each} onEdit={() => setEdited(each)} />
          ))}
        </ul>
      )}
      {edited && (
        <AttributeForm
          object={object}
          attribute={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  )
}
