import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { Rows3, Rows4 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { Empty, Failure, SkeletonRows } from '~/ui/states'
import { usePhone } from '~/ui/useMedia'
import { usePageTitle } from '~/ui/usePageTitle'
import { FilterBar } from '../filter/FilterBar'
import { useForms } from '../form/Forms'
import { useKeys } from '../shared/useKeys'
import { Cards } from './Cards'
import { ColumnsButton } from './ColumnsButton'
import type { Density } from './layout'
import { ListFoot } from './ListFoot'
import { ListHead, ListNote } from './ListHead'
import { SortButton } from './SortButton'
import { Table } from './Table'
import { useList, type List } from './useList'
import { useSelection } from './useSelection'
import './list.css'

const DENSITY = 'keyuan.density'

function useDensity(): [Density, () => void] {
  const [density, setDensity] = useState<Density>(() =>
    localStorage.getItem(DENSITY) === 'compact' ? 'compact' : 'regular',
  )
  const toggle = () => {
    const next = density === 'compact' ? 'regular' : 'compact'
    localStorage.setItem(DENSITY, next)
    setDensity(next)
  }
  return [density, toggle]
}

function NoRows({ object, list, onCreate }: { object: ObjectType; list: List; onCreate: () => void }) {
  const { t } = useTranslation()
  if (list.filter) {
    return (
      <Empty title={t('list.noMatch')} detail={t('list.noMatchDetail')}>
        <Button onClick={() => list.setFilter('')}>{t('filter.clear')}</Button>
      </Empty>
    )
  }
  return (
    <Empty
      title={t('list.empty', { label: object.pluralLabel })}
      detail={object.rights.create ? t('list.emptyDetail') : undefined}
    >
      {object.rights.create && (
        <Button type="primary" onClick={onCreate}>
          {t('action.createOne', { label: object.label })}
        </Button>
      )}
    </Empty>
  )
}

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
  useKeys({
    j: () => setActive((index) => Math.min(index + 1, list.rows.length - 1)),
    k: () => setActive((index) => Math.max(index - 1, 0)),
    x: () => {
      if (activeId) selection.toggle(activeId)
    },
    Enter: open,
    c: create,
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
        onActivate={setActive}
      />
    )

  return (
    <div className="list-page">
      <ListHead object={object} note={<ListNote object={object} list={list} />} onCreate={create} />
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
      </FilterBar>
      {body}
      <ListFoot object={object} list={list} selection={selection} />
    </div>
  )
}
