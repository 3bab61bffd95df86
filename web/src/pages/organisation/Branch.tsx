import { useState } from 'react'
import { useDraggable, useDroppable } from '@dnd-kit/core'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { within, type Department } from './tree'

interface BranchProps {
  department: Department
  level: number
  chosen?: string
  movable: boolean
  /** The one that is being dragged; it cannot be put into itself. */
  carried?: Department
  onChoose: (id: string) => void
}

/** Deeper ones are opened by hand. */
const OPEN_LEVELS = 2
const INDENT = 18

/** A department, which can be taken and put into another one, and those below it. */
export function Branch({ department, level, chosen, movable, carried, onChoose }: BranchProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(level < OPEN_LEVELS)
  const { id, name, manager, people, peopleBelow, children } = department
  const drag = useDraggable({ id, disabled: !movable })
  const drop = useDroppable({ id, disabled: !carried || within(carried).includes(department) })
  const Fold = open ? ChevronDown : ChevronRight
  const classes = ['branch', id === chosen && 'on', drop.isOver && 'over', drag.isDragging && 'taken']
  return (
    <li
      role="treeitem"
      aria-level={level + 1}
      aria-expanded={children.length > 0 ? open : undefined}
      aria-selected={id === chosen}
    >
      <div
        ref={(node) => {
          drag.setNodeRef(node)
          drop.setNodeRef(node)
        }}
        className={classes.filter(Boolean).join(' ')}
        style={{ paddingInlineStart: level * INDENT }}
        {...drag.listeners}
      >
        {children.length > 0 ? (
          <button
            type="button"
            className="plain"
            onClick={() => setOpen(!open)}
            aria-label={t(open ? 'organisation.collapse' : 'organisation.expand', { name })}
          >
            <Fold size={15} aria-hidden />
          </button>
        ) : (
          <span className="leaf" />
        )}
        <button type="button" className="plain choose" onClick={() => onChoose(id)}>
          <span className="ellipsis">{name}</span>
          <span className="sub ellipsis">{manager?.title}</span>
          <span className="grow" />
          <span className="num" title={t('organisation.peopleBelow', { count: peopleBelow })}>
            {peopleBelow === people ? people : `${people} / ${peopleBelow}`}
          </span>
        </button>
      </div>
      {open && children.length > 0 && (
        <ul role="group">
          {children.map((child) => (
            <Branch
              key={child.id}
              department={child}
              level={level + 1}
              chosen={chosen}
              movable={movable}
              carried={carried}
              onChoose={onChoose}
            />
          ))}
        </ul>
      )}
    </li>
  )
}
