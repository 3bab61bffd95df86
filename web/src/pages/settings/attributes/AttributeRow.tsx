import { App, Button, Dropdown, type MenuProps } from 'antd'
import { Ellipsis } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRemoveAttribute, useRestoreAttribute, type AddedAttribute } from '~/api/added'
import { useCatalog } from '~/api/metadata'
import { asProblem } from '~/api/problem'
import { formatTime } from '~/fields/format'

interface RowProps {
  object: string
  attribute: AddedAttribute
  onEdit: () => void
}

/** A field, what it is, and for one that was removed until when it can be brought back. */
export function AttributeRow({ object, attribute, onEdit }: RowProps) {
  const { t, i18n } = useTranslation()
  const { message, modal } = App.useApp()
  const catalog = useCatalog()
  const remove = useRemoveAttribute(object)
  const restore = useRestoreAttribute(object)
  const { name, label, type, reference, required, filterable, ready, formula, rollUp, removedAt, keptUntil } = attribute
  const complain = (error: unknown) => void message.error(asProblem(error).message || t('state.offlineDetail'))
  const words = [
    t(`added.type.${type}`),
    formula !== null && t('added.type.formula'),
    rollUp && t('added.type.rollUp'),
    reference && catalog.object(reference)?.label,
    required && t('added.required'),
    !filterable && t('added.unfilterable'),
  ].filter(Boolean)

  const items: MenuProps['items'] = [
    { key: 'edit', label: t('action.edit'), onClick: onEdit },
    {
      key: 'remove',
      danger: true,
      label: t('added.remove'),
      onClick: () =>
        void modal.confirm({
          title: t('added.removeQuestion', { name: label }),
          content: t('added.removeDetail'),
          okText: t('added.remove'),
          okButtonProps: { danger: true },
          onOk: () => remove.mutateAsync(name).catch(complain),
        }),
    },
  ]
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
      {removedAt ? (
        <Button
          size="small"
          loading={restore.isPending}
          aria-label={t('added.restoreOf', { name: label })}
          onClick={() => restore.mutate(name, { onError: complain })}
        >
          {t('added.restore')}
        </Button>
      ) : (
        <Dropdown menu={{ items }} trigger={['click']}>
          <Button
            size="small"
            type="text"
            icon={<Ellipsis size={16} aria-hidden />}
            aria-label={t('added.more', { name: label })}
          />
        </Dropdown>
      )}
    </li>
  )
}
