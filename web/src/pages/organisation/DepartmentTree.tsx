import { useState } from 'react'
import {
  DndContext,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  pointerWithin,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { Branch } from './Branch'
import { find, parentOf, type Department } from './tree'
import { useMove } from './useMove'
import { useTreeDragWords } from './useTreeDragWords'

/** A finger that rests takes the department; one that moves at once scrolls. */
const TOUCH = { delay: 220, tolerance: 8 }
const MOUSE = { distance: 6 }
/** The page moves only when the hand is at its very edge. */
const SCROLL = { threshold: { x: 0, y: 0.06 } }
/** The place above all departments. */
const TOP = 'top'

/** Where a department is dropped that shall be below none. */
function Top() {
  const { t } = useTranslation()
  const { setNodeRef, isOver } = useDroppable({ id: TOP })
  return (
    <div ref={setNodeRef} className={isOver ? 'tree-top over' : 'tree-top'}>
      {t('organisation.drag.toTop')}
    </div>
  )
}

interface TreeProps {
  tree: readonly Department[]
  chosen?: string
  onChoose: (id: string) => void
}

/** Departments below one another; dragged, or by the list of places beside them, they are moved. */
export function DepartmentTree({ tree, chosen, onChoose }: TreeProps) {
  const { t } = useTranslation()
  const movable = useCatalog().object('departments')?.rights.edit ?? false
  const { move } = useMove(tree)
  const [carried, setCarried] = useState<Department>()
  const accessibility = useTreeDragWords(tree)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: MOUSE }),
    useSensor(TouchSensor, { activationConstraint: TOUCH }),
  )
  return (
    <DndContext
      sensors={sensors}
      autoScroll={SCROLL}
      collisionDetection={pointerWithin}
      accessibility={accessibility}
      onDragStart={({ active }) => setCarried(find(tree, String(active.id)))}
      onDragCancel={() => setCarried(undefined)}
      onDragEnd={({ over }) => {
        setCarried(undefined)
        if (carried && over) void move(carried, over.id === TOP ? undefined : String(over.id))
      }}
    >
      <div className="department-tree">
        {carried && parentOf(tree, carried.id) && <Top />}
        <ul role="tree" aria-label={t('organisation.departments')}>
          {tree.map((department) => (
            <Branch
              key={department.id}
              department={department}
              level={0}
              chosen={chosen}
              movable={movable}
              carried={carried}
              onChoose={onChoose}
            />
          ))}
        </ul>
      </div>
      <DragOverlay dropAnimation={null}>{carried && <div className="branch-carried">{carried.name}</div>}</DragOverlay>
    </DndContext>
  )
}
