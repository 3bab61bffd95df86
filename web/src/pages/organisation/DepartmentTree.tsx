import { useState } from 'react'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Department } from './tree'

interface BranchProps {
  department: Department
  level: number
  chosen?: string
  onChoose: (id: string) => void
}

/** Deeper ones are opened by hand. */
const OPEN_LEVELS = 2

function Branch({ department, level, chosen, onChoose }: BranchProps) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(level < OPEN_LEVELS)
  const { id, name, manager, people, peopleBelow, children } = department
  const Fold = open ? ChevronDown : ChevronRight
  return (
    <li
      role="treeitem"
      aria-level={level + 1}
      aria-expanded={children.length > 0 ? open : undefined}
      aria-selected={id === chosen}
    >
      <div className={id === chosen ? 'branch on' : 'branch'} style={{ paddingInlineStart: level * 18 }}>
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
            <Branch key={child.id} department={child} level={level + 1} chosen={chosen} onChoose={onChoose} />
          ))}
        </ul>
      )}
    </li>
  )
}

export function DepartmentTree({
  tree,
  chosen,
  onChoose,
}: {
  tree: readonly Department[]
  chosen?: string
  onChoose: (id: string) => void
}) {
  const { t } = useTranslation()
  return (
    <ul role="tree" aria-label={t('organisation.departments')} className="department-tree">
      {tree.map((department) => (
        <Branch key={department.id} department={department} level={0} chosen={chosen} onChoose={onChoose} />
      ))}
    </ul>
  )
}
