import { App, Dropdown } from 'antd'
import { ChevronDown, Link2, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { useLooking } from '~/api/session'
import type { ObjectType } from '~/api/types'
import { useDeleteView, useSaveView, type SavedView } from '~/api/views'
import { toClipboard } from '~/ui/clipboard'
import { useUndoOffer } from '../shared/useUndoOffer'
import { wantedOf } from './look'

interface ViewMenuProps {
  object: ObjectType
  view: SavedView
  onEdit: () => void
  onDeleted: () => void
}

/** What can be done with the view one is in. */
export function ViewMenu({ object, view, onEdit, onDeleted }: ViewMenuProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const offer = useUndoOffer()
  const looking = useLooking()
  const remove = useDeleteView(object.name)
  const save = useSaveView(object.name)
  const refused = (error: unknown) => void message.error(asProblem(error).message || t('state.failed'))

  const deleted = () => {
    offer(t('views.deleted', { name: view.name }), () =>
      save.mutate({ ...wantedOf(view), id: undefined, version: undefined }, { onError: refused }),
    )
    onDeleted()
  }
  const copy = async () => {
    await toClipboard(location.href)
    message.success(t('views.copied'))
  }
  const items = [
    { key: 'copy', icon: <Link2 size={14} />, label: t('views.copy'), onClick: () => void copy() },
    ...(view.mayChange && !looking
      ? [
          { key: 'edit', icon: <Pencil size={14} />, label: t('views.edit'), onClick: onEdit },
          {
            key: 'delete',
            icon: <Trash2 size={14} />,
            danger: true,
            label: t('views.delete'),
            onClick: () => remove.mutate(view.id, { onSuccess: deleted, onError: refused }),
          },
        ]
      : []),
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <button type="button" className="view-menu" aria-label={t('views.menu', { name: view.name })}>
        <ChevronDown size={14} aria-hidden />
      </button>
    </Dropdown>
  )
}
