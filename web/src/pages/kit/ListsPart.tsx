import { useMemo, useState } from 'react'
import { Problem } from '~/api/problem'
import { useCatalog } from '~/api/metadata'
import type { ObjectType, RecordData } from '~/api/types'
import { Cards } from '~/engine/list/Cards'
import type { Density } from '~/engine/list/layout'
import { ListFoot } from '~/engine/list/ListFoot'
import { NoRows } from '~/engine/list/NoRows'
import { Table } from '~/engine/list/Table'
import type { Cells } from '~/engine/list/useCells'
import type { List } from '~/engine/list/useList'
import { useSelection, type Selection } from '~/engine/list/useSelection'
import { Failure, SkeletonRows } from '~/ui/states'
import { NarrowPlace } from '~/ui/useMedia'
import '~/engine/beside/beside.css'
import '~/engine/list/list.css'
import { DEAL, DEALS } from './objects'
import { Part, Show } from './Show'

const nothing = () => {}

/** A list as the page of one has it, of rows that are here already. */
function useShownList(object: ObjectType, rows: readonly RecordData[], filter = ''): List {
  const catalog = useCatalog()
  const columns = useMemo(() => catalog.pick(object.name, object.columns), [catalog, object])
  return {
    filter,
    sort: { attribute: 'amount', falls: true },
    columns,
    rows,
    readOnly: new Set(),
    count: { value: rows.length, exact: true },
    query: {
      hasNextPage: false,
      isFetchingNextPage: false,
      isPlaceholderData: false,
      isError: false,
      fetchNextPage: nothing,
    },
    setColumns: nothing,
    setFilter: nothing,
    setSort: nothing,
  } as unknown as List
}

const REFUSED: Cells['refused'] = new Map([
  [`${DEAL.id} grade`, { values: { grade: 'ochre' }, problem: new Problem(422) }],
])
const ACTIONS: Cells['actions'] = { edit: nothing, leave: nothing, step: nothing, save: nothing, forget: nothing }

function Rows({ object, density, selection }: { object: ObjectType; density: Density; selection: Selection }) {
  const [active, setActive] = useState(1)
  const list = useShownList(object, DEALS)
  const cell = { id: DEALS[1]?.id ?? '', name: 'amount', editing: false }
  const cells: Cells = {
    cell,
    refused: REFUSED,
    editable: [],
    actions: ACTIONS,
    move: nothing,
    follow: nothing,
    clear: nothing,
  }
  return (
    <div className="kit-list">
      <Table
        object={object}
        list={list}
        selection={selection}
        density={density}
        active={active}
        cells={cells}
        onActivate={setActive}
        onBeside={nothing}
      />
      <ListFoot object={object} list={list} selection={selection} />
    </div>
  )
}

function Empty({ object, filter }: { object: ObjectType; filter: string }) {
  const list = useShownList(object, [], filter)
  return (
    <div className="panel">
      <NoRows object={object} list={list} onCreate={nothing} />
    </div>
  )
}

/** Lists with rows and without, and as cards on a phone. */
export function ListsPart({ density }: { density: Density }) {
  const object = useCatalog().object('deals')
  const none = useSelection(DEALS, '')
  const some = useSelection(DEALS, '')
  const first = DEALS[0]?.id ?? ''
  const chosen: Selection = { ...some, ids: new Set([first]), selected: DEALS.slice(0, 1) }
  const list = useShownList(object as ObjectType, DEALS)
  if (!object) return null
  return (
    <Part name="lists">
      <Show state="filled" wide>
        <Rows object={object} density={density} selection={none} />
      </Show>
      <Show state="selected" wide>
        <Rows object={object} density={density} selection={chosen} />
      </Show>
      <div className="kit-states">
        <Show state="loading">
          <div className="panel">
            <SkeletonRows rows={6} />
          </div>
        </Show>
        <Show state="empty">
          <Empty object={object} filter="" />
        </Show>
        <Show state="filteredEmpty">
          <Empty object={object} filter="stage == 'jade'" />
        </Show>
        {([500, 403, 404, 0] as const).map((status) => (
          <Show key={status} state={`problem${status}`}>
            <div className="panel">
              <Failure error={new Problem(status)} onRetry={nothing} />
            </div>
          </Show>
        ))}
      </div>
      <Show state="phone">
        <NarrowPlace value>
          <div className="kit-phone">
            <Cards object={object} list={list} selection={none} />
          </div>
        </NarrowPlace>
      </Show>
    </Part>
  )
}
