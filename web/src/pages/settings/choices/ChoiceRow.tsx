import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Ellipsis, GripVertical } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ChoiceList, SettledChoice } from '~/api/choiceLists'
import { formatNumber, formatPercent } from '~/fields/format'

const ARROWS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 }

interface RowProps {
  list: ChoiceList
  choice: SettledChoice
  onMove: (by: number) => void
  onEdit: () => void
  onChange: (more: Partial<SettledChoice>) => void
  onReplace: () => void
  onDelete: () => void
}

/** A choice, what it means, how many records have it, and what can be done with it. */
export function ChoiceRow({ list, choice, onMove, onEdit, onChange, onReplace, onDelete }: RowProps) {
  const { t, i18n } = useTranslation()
  const { modal } = App.useApp()
  const { code = '', label, active, initial, records } = choice
  const drag = useDraggable({ id: code })
  const drop = useDroppable({ id: code })
  const meaning = list.meanings.find((each) => each.code === choice.meaning)?.label
  const items: MenuProps['items'] = [
    { key: 'edit', label: t('action.edit'), onClick: onEdit },
    !list.multiple &&
      active &&
      !(initial && list.begins) && {
        key: 'initial',
        label: t(initial ? 'choiceLists.notInitial' : 'choiceLists.makeInitial'),
        onClick: () => onChange({ initial: !initial }),
      },
    !list.fixed &&
      !initial && {
        key: 'active',
        label: t(active ? 'choiceLists.retire' : 'choiceLists.reinstate'),
        onClick: () => onChange({ active: !active }),
      },
    !list.fixed &&
      !initial &&
      code && {
        key: 'replace',
        label: t('choiceLists.replace'),
        onClick: onReplace,
      },
    !list.fixed &&
      !initial &&
      records === 0 && {
        key: 'delete',
        danger: true,
        label: t('action.delete'),
        onClick: () =>
          void modal.confirm({
            title: t('choiceLists.deleteQuestion', { name: label }),
            content: t('choiceLists.deleteDetail'),
            okText: t('action.delete'),
            okButtonProps: { danger: true },
            onOk: onDelete,
          }),
      },
  ].filter((item) => item !== false && item !== '')
  return (
    <li
      ref={drop.setNodeRef}
      className={[
        'item',
        'choice-row',
        active ? '' : 'off',
        drag.isDragging ? 'dragged' : '',
        drop.isOver ? 'over' : '',
      ].join(' ')}
    >
      <button
        ref={drag.setNodeRef}
        type="button"
        className="plain grip"
        aria-label={t('choiceLists.order', { name: label })}
        title={t('choiceLists.orderHelp')}
        {...drag.listeners}
        onKeyDown={(event) => {
          const by = ARROWS[event.key]
          if (!by) return
          event.preventDefault()
          onMove(by)
        }}
      >
        <GripVertical size={16} aria-hidden />
      </button>
      <div className="grow">
        <span className={choice.color ? `pill ${choice.color}` : 'choice-label'}>{label}</span>
        {initial && <span className="sub choice-tag">{t('choiceLists.initial')}</span>}
        {!active && <span className="sub choice-tag">{t('choiceLists.inactive')}</span>}
        {choice.chance !== null && (
          <span className="sub choice-tag">{formatPercent(choice.chance, i18n.language)}</span>
        )}
        {meaning && <span className="sub choice-tag">{meaning}</span>}
      </div>
      <span className="sub choice-records">
        {t('choiceLists.records', { count: records, number: formatNumber(records, i18n.language) })}
      </span>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button
          size="small"
          type="text"
          icon={<Ellipsis size={16} aria-hidden />}
          aria-label={t('choiceLists.more', { name: label })}
        />
      </Dropdown>
    </li>
  )
}
