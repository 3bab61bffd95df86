import { useState } from 'react'
import {
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
} from '@dnd-kit/core'
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Layout, LayoutSection } from '~/api/layouts'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { MOUSE, TOUCH } from '~/engine/shared/carrying'
import { addSection, leaveOut, place, rename } from './draft'
import { HiddenCard } from './HiddenCard'
import { SectionCard } from './SectionCard'
import { SectionWords } from './SectionWords'
import { useHeadings } from './useHeadings'
import { useLayoutDragWords } from './useLayoutDragWords'

/** Where a dragged attribute comes to stand: in a section, before another attribute or at the end. */
export interface Target {
  /** The key of a section; null for what is left out. */
  section: string | null
  before?: string
}

/** A row lies within its section: whoever points to a row means the row. */
const nearest: CollisionDetection = (args) => {
  const hit = pointerWithin(args)
  const row = hit.find(({ id }) => String(id).startsWith('row:'))
  return row ? [row] : hit
}

interface SectionBoardProps {
  object: ObjectType
  layout: Layout
  own: Layout
  indispensable: readonly string[]
  onChange: (layout: Layout) => void
}

/** The sections of a layout with what stands in them, to be put in another order. */
export function SectionBoard({ object, layout, own, indispensable, onChange }: SectionBoardProps) {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const headingOf = useHeadings(own)
  const [carried, setCarried] = useState<string>()
  const [worded, setWorded] = useState<LayoutSection | 'new'>()
  const accessibility = useLayoutDragWords(object, layout, own)
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: MOUSE }),
    useSensor(TouchSensor, { activationConstraint: TOUCH }),
  )
  const drop = (name: string, { section, before }: Target) => {
    if (section !== null) onChange(place(layout, name, section, before))
    else if (!indispensable.includes(name)) onChange(leaveOut(layout, name))
  }
  return (
    <DndContext
      sensors={sensors}
      accessibility={accessibility}
      collisionDetection={nearest}
      onDragStart={({ active }) => setCarried(String(active.id))}
      onDragCancel={() => setCarried(undefined)}
      onDragEnd={({ active, over }) => {
        setCarried(undefined)
        if (over) drop(String(active.id), over.data.current as Target)
      }}
    >
      <div className="layout-sections">
        {layout.sections.map((section, at) => (
          <SectionCard
            key={section.key}
            object={object}
            layout={layout}
            section={section}
            at={at}
            headingOf={headingOf}
            indispensable={indispensable}
            onChange={onChange}
            onRename={() => setWorded(section)}
          />
        ))}
        <Button
          className="layout-new-section"
          type="dashed"
          icon={<Plus size={15} aria-hidden />}
          onClick={() => setWorded('new')}
        >
          {t('layouts.newSection')}
        </Button>
        <HiddenCard object={object} layout={layout} headingOf={headingOf} onChange={onChange} />
      </div>
      <DragOverlay dropAnimation={null}>
        {carried && (
          <div className="layout-row carried">{catalog.attribute(object.name, carried)?.label ?? carried}</div>
        )}
      </DragOverlay>
      {worded && (
        <SectionWords
          section={worded === 'new' ? undefined : worded}
          placeholder={worded === 'new' ? undefined : headingOf({ ...worded, labels: {} })}
          required={worded === 'new' || worded.key.startsWith('own-')}
          onClose={() => setWorded(undefined)}
          onDone={(labels) => {
            setWorded(undefined)
            onChange(worded === 'new' ? addSection(layout, labels) : rename(layout, worded.key, labels))
          }}
        />
      )}
    </DndContext>
  )
}
