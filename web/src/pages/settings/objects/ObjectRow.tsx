import { App, Button, Dropdown, type MenuProps } from 'antd'
import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRemoveObject, useRestoreObject, type DefinedObject } from '~/api/objects'
import { asProblem } from '~/api/problem'
import { formatTime } from '~/fields/format'
import { iconOf } from '~/ui/icons'

interface RowProps {
  object: DefinedObject
  /** Whether its fields are shown. */
  open: boolean
  onFields: () => void
  onEdit: () => void
}

/** An object, what it has, and for one that was removed until when it can be brought back. */
export function ObjectRow({ object, open, onFields, onEdit }: RowProps) {
  const { t, i18n } = useTranslation()
  const { message, modal } = App.useApp()
  const remove = useRemoveObject()
  const restore = useRestoreObject()
  const { path, plural, description, icon, removedAt, keptUntil } = object
  const complain = (error: unknown) => void message.error(asProblem(error).message || t('state.offlineDetail'))
  const Icon = iconOf(icon)

  const items: MenuProps['items'] = [
    { key: 'edit', label: t('action.edit'), onClick: onEdit },
    {
      key: 'remove',
      danger: true,
      label: t('added.remove'),
      onClick: () =>
        void modal.confirm({
          title: t('added.removeQuestion', { name: plural }),
          content: t('objects.removeDetail'),
          okText: t('added.remove'),
          okButtonProps: { danger: true },
          onOk: () => remove.mutateAsync(path).catch(complain),
        }),
    },
  ]
  return (
    <li className="item defined">
      <Icon size={18} aria-hidden />
      <div className="grow">
        <span className={removedAt ? 'defined-name gone' : 'defined-name'}>{plural}</span> <code>{path}</code>
        <p className="sub">
          {removedAt && keptUntil
            ? t('added.removedUntil', { time: formatTime(keptUntil, i18n.language) })
            : description}
        </p>
      </div>
      {removedAt ? (
        <Button
          size="small"
          loading={restore.isPending}
          aria-label={t('added.restoreOf', { name: plural })}
          onClick={() => restore.mutate(path, { onError: complain })}
        >
          {t('added.restore')}
        </Button>
      ) : (
        <>
          <Button
            size="small"
            aria-expanded={open}
            aria-label={t('objects.fieldsOf', { name: plural })}
            onClick={onFields}
          >
            {t('objects.fields')}
          </Button>
          <Dropdown menu={{ items }} trigger={['click']}>
            <Button
              size="small"
              type="text"
              icon={<Ellipsis size={16} aria-hidden />}
              aria-label={t('added.more', { name: plural })}
            />
          </Dropdown>
        </>
      )}
    </li>
  )
}
