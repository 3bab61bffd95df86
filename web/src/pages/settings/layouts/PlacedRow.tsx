import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Button, Dropdown, type MenuProps } from 'antd'
import { Ellipsis, GripVertical, Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Layout } from '~/api/layouts'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { leaveOut, moveBy, place, toggleQuick } from './draft'
import type { HeadingOf } from './useHeadings'

interface PlacedRowProps {
  object: ObjectType
  layout: Layout
  name: string
  /** The key of the section it stands in; null where it is left out. */
  section: string | null
  headingOf: HeadingOf
  indispensable: boolean
  onChange: (layout: Layout) => void
}

/** An attribute where it stands: taken by the hand, or moved by its menu. */
export function PlacedRow({ object, layout, name, section, headingOf, indispensable, onChange }: PlacedRowProps) {
  const { t } = useTranslation()
  const attribute = useCatalog().attribute(object.name, name)
  const drag = useDraggable({ id: name })
  const drop = useDroppable({ id: `row:${name}`, data: { section, before: name } })
  const label = attribute?.label ?? name
  const quick = layout.quick?.includes(name) ?? false
  const written = attribute?.writable && !attribute.derived
  const others = layout.sections.filter(({ key }) => key !== section)
  const items: MenuProps['items'] = [
    ...(section === null
      ? []
      : [
          { key: 'up', label: t('layouts.up'), onClick: () => onChange(moveBy(layout, name, -1)) },
          { key: 'down', label: t('layouts.down'), onClick: () => onChange(moveBy(layout, name, 1)) },
        ]),
    ...others.map((each) => ({
      key: `to:${each.key}`,
      label: t('layouts.to', { section: headingOf(each) }),
      onClick: () => onChange(place(layout, name, each.key)),
    })),
    ...(section === null
      ? []
      : [
          {
            key: 'out',
            label: t('layouts.leaveOut'),
            disabled: indispensable,
            title: indispensable ? t('layouts.indispensable') : undefined,
            onClick: () => onChange(leaveOut(layout, name)),
          },
        ]),
  ]
  const classes = ['layout-row', drag.isDragging && 'dragged', drop.isOver && 'over']
  return (
    <li
      ref={(node) => {
        drag.setNodeRef(node)
        drop.setNodeRef(node)
      }}
      className={classes.filter(Boolean).join(' ')}
      {...drag.listeners}
    >
      <GripVertical size={14} className="grip" aria-hidden />
      <span className="grow ellipsis" title={label}>
        {label}
        {indispensable && <i aria-hidden> *</i>}
      </span>
      {section !== null && written && (
        <button
          type="button"
          className={quick ? 'plain quick on' : 'plain quick'}
          aria-pressed={quick}
          aria-label={t('layouts.quickOf', { name: label })}
          title={t('layouts.quick')}
          onMouseDown={(event) => event.stopPropagation()}
          onTouchStart={(event) => event.stopPropagation()}
          onClick={() => onChange(toggleQuick(layout, name))}
        >
          <Zap size={14} aria-hidden />
        </button>
      )}
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight" autoFocus destroyOnHidden>
        <Button
          type="text"
          size="small"
          icon={<Ellipsis size={15} aria-hidden />}
          aria-label={t('layouts.moveOf', { name: label })}
          // A press on the button is no beginning of a drag.
          onMouseDown={(event) => event.stopPropagation()}
          onTouchStart={(event) => event.stopPropagation()}
        />
      </Dropdown>
    </li>
  )
}
