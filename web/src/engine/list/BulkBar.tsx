import type { ComponentType } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Chosen } from '~/api/assign'
import type { ObjectType } from '~/api/types'
import { formatNumber } from '~/fields/format'
import { AssignAction } from '../assign/AssignAction'
import { BulkDelete } from '../bulk/BulkDelete'
import { BulkEdit } from '../bulk/BulkEdit'
import { BulkTag } from '../bulk/BulkTag'
import { heldIn } from '../bulk/entries'
import { BulkDocuments } from '../document/BulkDocuments'
import { ExportButton } from '../export/ExportButton'
import { MergeButton } from '../merge/MergeButton'
import { mayMerge } from '../merge/mergeable'
import { BulkSegment } from '../segment/BulkSegment'
import type { List } from './useList'
import type { Selection } from './useSelection'

export interface BulkActionProps {
  object: ObjectType
  list: List
  selection: Selection
}

interface BulkAction {
  name: string
  isOffered: (object: ObjectType) => boolean
  Action: ComponentType<BulkActionProps>
}

/** What an action that works on whole lists is told; the server looks for the records itself. */
const chosenOf = (list: List, selection: Selection): Chosen =>
  selection.whole ? { filter: list.filter } : { ids: selection.selected.map((row) => row.id) }

function countOf(list: List, selection: Selection): number | undefined {
  if (!selection.whole) return selection.selected.length
  return list.count?.exact ? list.count.value : undefined
}

function Assign({ object, list, selection }: BulkActionProps) {
  return (
    <AssignAction
      object={object}
      chosen={chosenOf(list, selection)}
      count={countOf(list, selection)}
      onDone={selection.clear}
    />
  )
}

const Edit = ({ object, list, selection }: BulkActionProps) => (
  <BulkEdit
    object={object}
    chosen={chosenOf(list, selection)}
    count={countOf(list, selection)}
    onDone={selection.clear}
  />
)

const Tag = ({ object, list, selection }: BulkActionProps) => (
  <BulkTag
    object={object}
    chosen={chosenOf(list, selection)}
    count={countOf(list, selection)}
    onDone={selection.clear}
  />
)

const InSegment = ({ object, list, selection }: BulkActionProps) => (
  <BulkSegment
    object={object}
    chosen={chosenOf(list, selection)}
    count={countOf(list, selection)}
    onDone={selection.clear}
  />
)

const Documents = ({ object, list, selection }: BulkActionProps) => (
  <BulkDocuments
    object={object}
    chosen={chosenOf(list, selection)}
    count={countOf(list, selection)}
    onDone={selection.clear}
  />
)

const Merging = ({ object, selection }: BulkActionProps) =>
  selection.whole ? null : (
    <MergeButton object={object} ids={selection.selected.map((row) => row.id)} onMerged={selection.clear} />
  )

const Delete = ({ object, list, selection }: BulkActionProps) => (
  <BulkDelete
    object={object}
    chosen={chosenOf(list, selection)}
    rows={selection.whole ? undefined : selection.selected}
    count={countOf(list, selection)}
    onDone={selection.clear}
  />
)

const Export = ({ object, list, selection }: BulkActionProps) => (
  <ExportButton small object={object} chosen={chosenOf(list, selection)} count={countOf(list, selection)} />
)

/** What can be done with chosen records; another action is another line here. */
const ACTIONS: readonly BulkAction[] = [
  {
    name: 'assign',
    isOffered: ({ rights, capabilities }) => capabilities.includes('owned') && rights.assign && rights.bulk,
    Action: Assign,
  },
  { name: 'edit', isOffered: ({ rights }) => rights.edit && rights.bulk, Action: Edit },
  {
    name: 'tag',
    isOffered: (object) => object.rights.edit && object.rights.bulk && heldIn(object) !== undefined,
    Action: Tag,
  },
  { name: 'merge', isOffered: mayMerge, Action: Merging },
  { name: 'segment', isOffered: ({ partOf }) => !partOf, Action: InSegment },
  { name: 'export', isOffered: ({ rights }) => rights.export, Action: Export },
  { name: 'documents', isOffered: ({ rights, partOf }) => rights.export && !partOf, Action: Documents },
  { name: 'delete', isOffered: ({ rights }) => rights.delete && rights.bulk, Action: Delete },
]

/** How many records are chosen, and what can be done with them. */
export function BulkBar({ object, list, selection }: BulkActionProps) {
  const { t, i18n } = useTranslation()
  const { selected, whole } = selection
  const count = countOf(list, selection)
  const more = list.query.hasNextPage && selection.all && ACTIONS.some((each) => each.isOffered(object))
  return (
    <>
      <span>
        {t('list.selected')} <b>{count === undefined ? t('list.wholeList') : formatNumber(count, i18n.language)}</b>
      </span>
      {more && !whole && (
        <Button size="small" type="link" onClick={selection.takeWhole}>
          {t('list.takeWhole')}
        </Button>
      )}
      {(selected.length > 0 || whole) &&
        ACTIONS.filter((each) => each.isOffered(object)).map(({ name, Action }) => (
          <Action key={name} object={object} list={list} selection={selection} />
        ))}
      <Button size="small" type="text" onClick={selection.clear}>
        {t('list.clearSelection')}
      </Button>
    </>
  )
}
