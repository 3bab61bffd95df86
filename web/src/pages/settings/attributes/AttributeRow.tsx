import { useTranslation } from 'react-i18next'
import { useRemoveAttribute, useRestoreAttribute, type AddedAttribute } from '~/api/added'
import { useCatalog } from '~/api/metadata'
import { formatTime } from '~/fields/format'
import { Removable } from '../Removable'

interface RowProps {
  object: string
  attribute: AddedAttribute
  onEdit: () => void
}

/** A field, what it is, and for one that was removed until when it can be brought back. */
export function AttributeRow({ object, attribute, onEdit }: RowProps) {
  const { t, i18n } = useTranslation()
  const catalog = useCatalog()
  const remove = useRemoveAttribute(object)
  const restore = useRestoreAttribute(object)
  const { name, label, type, reference, required, filterable, ready, formula, rollUp, removedAt, keptUntil } = attribute
  const words = [
    t(`added.type.${type}`),
    formula !== null && t('added.type.formula'),
    rollUp && t('added.type.rollUp'),
    reference && catalog.object(reference)?.label,
    required && t('added.required'),
    !filterable && t('added.unfilterable'),
  ].filter(Boolean)
  return (
    <li className="item added">
      <div className="grow">
        <span className={removedAt ? 'added-name gone' : 'added-name'}>{label}</span> <code>{name}</code>
        {!removedAt && filterable && !ready && (
          <span className="pill ochre">{t(formula !== null || rollUp ? 'added.calculating' : 'added.preparing')}</span>
        )}
        <p className="sub">
          {removedAt && keptUntil
            ? t('added.removedUntil', { time: formatTime(keptUntil, i18n.language) })
            : words.join(' · ')}
        </p>
        {formula !== null && <code className="added-formula">{formula}</code>}
      </div>
      <Removable
        name={label}
        removed={!!removedAt}
        detail={t('added.removeDetail')}
        restoring={restore.isPending}
        onEdit={onEdit}
        onRemove={() => remove.mutateAsync(name)}
        onRestore={() => restore.mutateAsync(name)}
      />
    </li>
  )
}
