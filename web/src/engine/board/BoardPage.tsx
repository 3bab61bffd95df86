import { useState } from 'react'
import { DndContext, DragOverlay, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import { useCatalog } from '~/api/metadata'
import type { Attribute, ObjectType } from '~/api/types'
import { Failure } from '~/ui/states'
import { usePageTitle } from '~/ui/usePageTitle'
import { FilterBar } from '../filter/FilterBar'
import { useForms } from '../form/Forms'
import { ListHead } from '../list/ListHead'
import { SortButton } from '../list/SortButton'
import { MOUSE, TOUCH } from '../shared/carrying'
import { useKeys } from '../shared/useKeys'
import { BoardCard } from './BoardCard'
import { BoardNote } from './BoardNote'
import { Column } from './Column'
import type { Carried } from './MovableCard'
import { PipelineSwitch } from './PipelineSwitch'
import { chosenOf, stagesOf } from '../shared/pipelines'
import { useDragWords } from './useDragWords'
import { useBoard, type Board } from './useBoard'
import { useMoves } from './useMoves'
import '../list/list.css'
import './board.css'

function Columns({ object, stage, board }: { object: ObjectType; stage: Attribute; board: Board }) {
  const moves = useMoves(object, stage)
  const [carried, setCarried] = useState<Carried>()
  const accessibility = useDragWords(object, stage)
  const movable = object.rights.edit && stage.writable
  const open = carried && new Set(stagesOf(object, stage, (name) => carried.record[name]).map(({ code }) => code))
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: MOUSE }),
    useSensor(TouchSensor, { activationConstraint: TOUCH }),
  )
  return (
    <DndContext
      sensors={sensors}
      accessibility={accessibility}
      onDragStart={({ active }) => setCarried(active.data.current as Carried)}
      onDragCancel={() => setCarried(undefined)}
      onDragEnd={({ over }) => {
        setCarried(undefined)
        if (carried && over) moves.start(carried.record, carried.from, String(over.id))
      }}
    >
      <div className="board" role="group" aria-label={stage.label} tabIndex={-1}>
        {board.columns.map((choice) => (
          <Column
            key={choice.code}
            object={object}
            stage={stage}
            choice={choice}
            board={board}
            moves={moves}
            movable={movable}
            open={!open || open.has(choice.code)}
          />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {carried && (
          <div className="carried">
            <BoardCard object={object} record={carried.record} parts={board.parts} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}

/** The records of an object as cards in the columns of their stages. */
export function BoardPage({ object }: { object: ObjectType }) {
  const { t } = useTranslation()
  const forms = useForms()
  const catalog = useCatalog()
  const stage = catalog.attribute(object.name, object.board ?? '') as Attribute
  const board = useBoard(object, stage)
  const { pipeline } = board
  const create = () => {
    if (!object.rights.create) return
    const [only, ...others] = (pipeline && chosenOf(board.filter, pipeline)) ?? []
    forms.create(object.name, pipeline && only && others.length === 0 ? { [pipeline.name]: only } : undefined)
  }
  useKeys({ c: create })
  usePageTitle(t('board.pageTitle', { label: object.pluralLabel }))
  const problem = board.totals.isError ? asProblem(board.totals.error) : undefined
  // Totals that take too long are no fault of the cards.
  const wrongFilter = problem?.code === 'bad-filter' ? problem : undefined
  const sortable = catalog.pick(object.name, [...object.columns, 'updatedAt', 'createdAt'])
  return (
    <div className="list-page">
      <ListHead object={object} note={<BoardNote board={board} />} onCreate={create} />
      <FilterBar object={object} filter={board.filter} onChange={board.setFilter} problem={wrongFilter}>
        {pipeline && <PipelineSwitch pipeline={pipeline} filter={board.filter} onChange={board.setFilter} />}
        <SortButton object={object} list={{ columns: sortable, sort: board.sortKey, setSort: board.setSort }} />
      </FilterBar>
      {wrongFilter ? (
        <div className="panel">
          <Failure error={wrongFilter} onRetry={() => void board.totals.refetch()} />
        </div>
      ) : (
        <Columns object={object} stage={stage} board={board} />
      )}
    </div>
  )
}
