import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRemoveObject, useRestoreObject, type DefinedObject } from '~/api/objects'
import { formatTime } from '~/fields/format'
import { iconOf } from '~/ui/icons'
import { Removable } from '../Removable'

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
  const remove = useRemoveObject()
  const restore = useRestoreObject()
  const { path, plural, description, icon, removedAt, keptUntil } = object
  const Icon = iconOf(icon)
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
      <Removable
        name={plural}
        removed={!!removedAt}
        detail={t('objects.removeDetail')}
        restoring={restore.isPending}
        onEdit={onEdit}
        onRemove={() => remove.mutateAsync(path)}
        onRestore={() => restore.mutateAsync(path)}
      >
        <Button
          size="small"
          aria-expanded={open}
          aria-label={t('objects.fieldsOf', { name: plural })}
          onClick={onFields}
        >
          {t('objects.fields')}
        </Button>
      </Removable>
    </li>
  )
}
