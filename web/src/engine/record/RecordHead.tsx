import { Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { ObjectType, RecordData, Reference } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { isEmpty } from '~/fields/registry'
import { Value } from '~/fields/Value'
import { extrasOf } from '~/objects/extras'
import { Sharing } from '../access/OfRecord'
import { MapButton } from '../map/MapButton'
import { FollowButton } from '../timeline/FollowButton'
import { Commands } from './Commands'
import { RecordMenu } from './RecordMenu'
import { useNextCreations } from './useNextCreations'
import { useRights } from './useRights'

interface RecordProps {
  object: ObjectType
  record: RecordData
}

function Marks({ object, record }: RecordProps) {
  const catalog = useCatalog()
  const { t } = useTranslation()
  const held = object.attributes.filter(({ name, type }) => type === 'choices' && !object.columns.includes(name))
  const marks = [...catalog.pick(object.name, object.columns), ...held].filter(
    (attribute) =>
      attribute.name !== object.board &&
      !isEmpty(record[attribute.name]) &&
      attribute.choices?.some((choice) => choice.color),
  )
  const owner = record.owner as Reference | null | undefined
  const ownerLabel = catalog.attribute(object.name, 'owner')?.label
  return (
    <>
      {marks.map((attribute) => (
        <Value key={attribute.name} attribute={attribute} value={record[attribute.name]} dense />
      ))}
      {owner?.title && <span className="sub">{t('record.labelled', { label: ownerLabel, value: owner.title })}</span>}
    </>
  )
}

export function RecordHead({ object, record }: RecordProps) {
  const { t } = useTranslation()
  const [first, ...others] = useNextCreations(object, record)
  const { Actions } = extrasOf(object)
  const deleted = Boolean(record.deletedAt)
  const editable = useRights(object, record).edit
  const title = titleOf(record, object.title) || t('record.untitled')
  return (
    <div className="page-head">
      <nav aria-label={t('record.breadcrumb')} className="sub crumb">
        <Link to="/$object" params={{ object: object.name }}>
          {object.pluralLabel}
        </Link>{' '}
        /
      </nav>
      <h1 title={title}>{title}</h1>
      <Marks object={object} record={record} />
      {!deleted && object.capabilities.includes('timeline') && <FollowButton object={object} record={record} />}
      <span className="grow" />
      {!deleted && (
        <div className="actions">
          {editable && <Commands object={object} record={record} />}
          {editable && Actions && (
            <Suspense>
              <Actions object={object} record={record} />
            </Suspense>
          )}
          {object.capabilities.includes('linked') && <MapButton object={object} record={record} />}
          {object.capabilities.includes('owned') && <Sharing object={object} record={record} />}
          {first && (
            <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={first.start}>
              {t('action.createOne', { label: first.label })}
            </Button>
          )}
          <RecordMenu object={object} record={record} creations={others} />
        </div>
      )}
    </div>
  )
}
