import { Suspense, useEffect, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Rows3, Rows4 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { later } from '~/ui/later'
import { Failure, SkeletonRows } from '~/ui/states'
import { usePhone } from '~/ui/useMedia'
import { usePageTitle } from '~/ui/usePageTitle'
import { AsOfChip } from '../asof/AsOfChip'
import { AsOfNote } from '../asof/AsOfNote'
import { FilterBar } from '../filter/FilterBar'
import { useForms } from '../form/Forms'
import { useKeys } from '../shared/useKeys'
import { Cards } from './Cards'
import { ColumnsButton } from './ColumnsButton'
import { ListFoot } from './ListFoot'
import { ListHead, ListNote } from './ListHead'
import { NoRows } from './NoRows'
import { SortButton } from './SortButton'
import { Table } from './Table'
import { useBeside } from './useBeside'
import { useCellKeys } from './useCellKeys'
import { useCells } from './useCells'
import { useDensity } from './useDensity'
import { useEditOf } from './useEditOf'
import { useList } from './useList'
import { useSelection } from './useSelection'
import './list.css'
import '../beside/beside.css'

const Beside = later(async () => (await import('../beside/Beside')).Beside)

export function ObjectList({ object }: { object: ObjectType }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const phone = usePhone()
  const forms = useForms()
  const list = useList(object)
  const selection = useSelection(list.rows, list.filter)
  const [density, toggleDensity] = useDensity()
  const [active, setActive] = useState(-1)
  usePageTitle(object.pluralLabel)

  const create = () => {
    if (object.rights.create) forms.create(object.name)
  }
  const open = () => {
    const record = list.rows[active]
    if (record) void navigate({ to: '/$object/$id', params: { object: object.name, id: record.id } })
  }
  const activeId = list.rows[active]?.id
  const { beside, openBeside, goTo } = useBeside(list.rows, setActive)
  const edit = useEditOf(object)
  const cells = useCells(object, list)
  const go = (by: number) => {
    const to = Math.min(Math.max(active + by, 0), list.rows.length - 1)
    goTo(to)
    cells.follow(list.rows[to]?.id)
  }
  const cellRow = cells.cell?.id
  useEffect(() => {
    // Whoever goes on to the next cell may have come to another row.
    const index = list.rows.findIndex(({ id }) => id === cellRow)
    if (index >= 0) setActive(index)
  }, [cellRow, list.rows])
  const cellKeys = useCellKeys(cells, activeId, go)
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    x: () => {
      if (activeId) selection.toggle(activeId)
    },
    o: () => {
      if (activeId && !phone) openBeside(beside === activeId ? undefined : activeId)
    },
    // The record that is open beside the list takes the key for itself.
    ...(activeId && !beside && { e: () => void edit(activeId) }),
    Enter: open,
    c: create,
    ...(!phone && cellKeys),
  })

  const { query, rows } = list
  const problem = query.isError ? asProblem(query.error) : undefined
  const DensityIcon = density === 'compact' ? Rows3 : Rows4
  const body =
    problem && (rows.length === 0 || problem.status === 400) ? (
      <div className="panel">
        <Failure error={problem} onRetry={() => void query.refetch()} />
      </div>
    ) : query.isPending ? (
      <div className="panel">
        <SkeletonRows rows={14} />
      </div>
    ) : rows.length === 0 ? (
      <div className="panel">
        <NoRows object={object} list={list} onCreate={create} />
      </div>
    ) : phone ? (
      <Cards object={object} list={list} selection={selection} />
    ) : (
      <Table
        object={object}
        list={list}
        selection={selection}
        density={density}
        active={active}
        cells={cells}
        onActivate={setActive}
        onBeside={openBeside}
      />
    )

  return (
    <div className="list-page">
      <ListHead
        object={object}
        note={<ListNote object={object} list={list} />}
        onCreate={create}
        {...(list.asOf && { ways: null })}
      />
      <FilterBar
        object={object}
        filter={list.filter}
        onChange={list.setFilter}
        problem={problem?.status === 400 ? problem : undefined}
      >
        {phone ? (
          <SortButton object={object} list={list} />
        ) : (
          <>
            <button type="button" className="chip dashed" onClick={toggleDensity}>
              <DensityIcon size={14} aria-hidden />
              {t(density === 'compact' ? 'list.regular' : 'list.compact')}
            </button>
            <ColumnsButton object={object} list={list} />
          </>
        )}
        <AsOfChip />
      </FilterBar>
      {list.asOf && <AsOfNote moment={list.asOf} />}
      <div className="list-body">
        <div className="list-main">
          {body}
          <ListFoot object={object} list={list} selection={selection} />
        </div>
        {beside && !phone && (
          <Suspense>
            <Beside object={object} id={beside} onClose={() => openBeside(undefined)} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
