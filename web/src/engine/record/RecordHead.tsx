import { Suspense, useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, type MenuProps } from 'antd'
import { CircleHelp, Ellipsis, Pencil, Plus, Trash2, UserRoundCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { ObjectType, RecordData, Reference } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { isEmpty } from '~/fields/registry'
import { Value } from '~/fields/Value'
import { extrasOf } from '~/objects/extras'
import { Sharing, Why } from '../access/OfRecord'
import { AssignDialog } from '../assign/AssignDialog'
import { useForms } from '../form/Forms'
import { useUndoableDelete } from '../shared/useUndoableDelete'
import { FollowButton } from '../timeline/FollowButton'
import { Commands } from './Commands'

interface RecordProps {
  object: ObjectType
  record: RecordData
}

/** What one most likely makes next from here: the records that hang on this one. */
function useNextCreations({ object, record }: RecordProps) {
  const catalog = useCatalog()
  const forms = useForms()
  return object.related.flatMap(({ object: name, attribute }) => {
    const related = catalog.object(name)
    return related?.rights.create &&
      !related.partOf &&
      name !== object.name &&
      catalog.attribute(name, attribute)?.writable
      ? [
          {
            key: `${name}.${attribute}`,
            label: related.label,
            start: () => forms.create(name, { [attribute]: { id: record.id, title: titleOf(record, object.title) } }),
          },
        ]
      : []
  })
}

function Marks({ object, record }: RecordProps) {
  const catalog = useCatalog()
  const { t } = useTranslation()
  const marks = catalog
    .pick(object.name, object.columns)
    .filter(
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
  const navigate = useNavigate()
  const forms = useForms()
  const remove = useUndoableDelete(object)
  const [first, ...others] = useNextCreations({ object, record })
  const { Actions } = extrasOf(object)
  const deleted = Boolean(record.deletedAt)
  const editable = object.rights.edit && !deleted
  const [asking, setAsking] = useState(false)
  const assignable = object.capabilities.includes('owned') && object.rights.assign && !deleted
  const [assigning, setAssigning] = useState(false)

  const removeThis = async () => {
    if (await remove.run([record])) await navigate({ to: '/$object', params: { object: object.name } })
  }
  const items: MenuProps['items'] = [
    ...others.map(({ key, label, start }) => ({
      key,
      label: t('action.createOne', { label }),
      icon: <Plus size={15} />,
      onClick: start,
    })),
    ...(editable
      ? [
          {
            key: 'edit',
            label: t('action.edit'),
            icon: <Pencil size={15} />,
            onClick: () => forms.edit(object.name, record),
          },
        ]
      : []),
    { key: 'why', label: t('why.ask'), icon: <CircleHelp size={15} />, onClick: () => setAsking(true) },
    ...(assignable
      ? [
          {
            key: 'assign',
            label: t('assign.action'),
            icon: <UserRoundCheck size={15} />,
            onClick: () => setAssigning(true),
          },
        ]
      : []),
    ...(object.rights.delete && !deleted
      ? [
          {
            key: 'delete',
            danger: true,
            label: t('action.delete'),
            icon: <Trash2 size={15} />,
            onClick: () => void removeThis(),
          },
        ]
      : []),
  ]
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
          {object.capabilities.includes('owned') && <Sharing object={object} record={record} />}
          {first && (
            <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={first.start}>
              {t('action.createOne', { label: first.label })}
            </Button>
          )}
          {items.length > 0 && (
            <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
              <Button icon={<Ellipsis size={16} aria-hidden />} aria-label={t('frame.more')} />
            </Dropdown>
          )}
        </div>
      )}
      <Why object={object} record={record} open={asking} onClose={() => setAsking(false)} />
      {assigning && (
        <AssignDialog
          object={object}
          what={record.id}
          title={t('assign.titleOne', { title })}
          onClose={() => setAssigning(false)}
        />
      )}
    </div>
  )
}
