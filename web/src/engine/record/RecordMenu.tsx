import { Suspense, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown, type MenuProps } from 'antd'
import {
  CircleHelp,
  Download,
  Ellipsis,
  FileText,
  History,
  Merge,
  Pencil,
  Plus,
  Trash2,
  UserRoundCheck,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useOffersDocuments } from '~/api/documents'
import type { ObjectType, RecordData } from '~/api/types'
import { titleOf } from '~/fields/reference/options'
import { later } from '~/ui/later'
import { Why } from '../access/OfRecord'
import { useEntry } from '../export/useEntry'
import { useForms } from '../form/Forms'
import { mayMerge } from '../merge/mergeable'
import { useUndoableDelete } from '../shared/useUndoableDelete'
import type { NextCreation } from './useNextCreations'
import { useRights } from './useRights'

const HistoryDialog = later(async () => (await import('../history/HistoryDialog')).HistoryDialog)
const DocumentDialog = later(async () => (await import('../document/DocumentDialog')).DocumentDialog)
const MergeWith = later(async () => (await import('../merge/MergeWith')).MergeWith)
const AssignDialog = later(async () => (await import('../assign/AssignDialog')).AssignDialog)

interface RecordMenuProps {
  object: ObjectType
  record: RecordData
  creations: readonly NextCreation[]
}

type Dialog = 'history' | 'why' | 'assign' | 'document' | 'merge'

/** Everything that can be done with a record beside what its head offers at once. */
export function RecordMenu({ object, record, creations }: RecordMenuProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const forms = useForms()
  const remove = useUndoableDelete(object)
  const [dialog, setDialog] = useState<Dialog>()
  const entries = useEntry(object, record)
  const close = () => setDialog(undefined)
  const rights = useRights(object, record)
  const offersDocuments = useOffersDocuments(object) && !record.deletedAt
  const removeThis = async () => {
    if (await remove.run([record])) await navigate({ to: '/$object', params: { object: object.name } })
  }
  const showMerged = (id: string) =>
    id !== record.id && void navigate({ to: '/$object/$id', params: { object: object.name, id } })
  const items: MenuProps['items'] = [
    ...creations.map(({ key, label, start }) => ({
      key,
      label: t('action.createOne', { label }),
      icon: <Plus size={15} />,
      onClick: start,
    })),
    rights.edit && {
      key: 'edit',
      label: t('action.edit'),
      icon: <Pencil size={15} />,
      onClick: () => forms.edit(object.name, record),
    },
    offersDocuments && {
      key: 'document',
      label: t('documents.make'),
      icon: <FileText size={15} />,
      onClick: () => setDialog('document'),
    },
    { key: 'history', label: t('history.open'), icon: <History size={15} />, onClick: () => setDialog('history') },
    { key: 'why', label: t('why.ask'), icon: <CircleHelp size={15} />, onClick: () => setDialog('why') },
    object.capabilities.includes('owned') &&
      rights.assign && {
        key: 'assign',
        label: t('assign.action'),
        icon: <UserRoundCheck size={15} />,
        onClick: () => setDialog('assign'),
      },
    mayMerge(object) &&
      rights.edit &&
      rights.delete && {
        key: 'merge',
        label: t('merge.withAnother'),
        icon: <Merge size={15} />,
        onClick: () => setDialog('merge'),
      },
    ...entries.offered.map((format) => ({
      key: format,
      label: t(`exports.save.${format}`),
      icon: <Download size={15} />,
      onClick: () => entries.save(format),
    })),
    rights.delete && {
      key: 'delete',
      danger: true,
      label: t('action.delete'),
      icon: <Trash2 size={15} />,
      onClick: () => void removeThis(),
    },
  ].filter((item) => item !== false)
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button icon={<Ellipsis size={16} aria-hidden />} aria-label={t('frame.more')} />
      </Dropdown>
      <Why object={object} record={record} open={dialog === 'why'} onClose={close} />
      {dialog === 'history' && (
        <Suspense>
          <HistoryDialog object={object} record={record} onClose={close} />
        </Suspense>
      )}
      {dialog === 'document' && (
        <Suspense>
          <DocumentDialog object={object} record={record} onClose={close} />
        </Suspense>
      )}
      {dialog === 'merge' && (
        <Suspense>
          <MergeWith object={object} record={record} onClose={close} onMerged={showMerged} />
        </Suspense>
      )}
      {dialog === 'assign' && (
        <Suspense>
          <AssignDialog
            object={object}
            what={record.id}
            title={t('assign.titleOne', { title: titleOf(record, object.title) || t('record.untitled') })}
            onClose={close}
          />
        </Suspense>
      )}
    </>
  )
}
