import { lazy, Suspense, useMemo, type ComponentType } from 'react'
import { useParams } from '@tanstack/react-router'
import { Problem } from '~/api/problem'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { Failure, Loading } from '~/ui/states'
import { asInPast } from '../asof/past'
import { datesOf } from '../calendar/dates'
import { useListAddress } from './useList'

const ObjectList = lazy(async () => ({ default: (await import('./ObjectList')).ObjectList }))
const BoardPage = lazy(async () => ({ default: (await import('../board/BoardPage')).BoardPage }))
const PastList = ({ object }: { object: ObjectType }) => (
  <ObjectList object={useMemo(() => asInPast(object), [object])} />
)
const CalendarPage = lazy(async () => ({ default: (await import('../calendar/CalendarPage')).CalendarPage }))
const ChartPage = lazy(async () => ({ default: (await import('../chart/ChartPage')).ChartPage }))

function viewOf(object: ObjectType, view: string | undefined): ComponentType<{ object: ObjectType }> {
  if (view === 'board' && object.board) return BoardPage
  if (view === 'calendar' && datesOf(object).length > 0) return CalendarPage
  return view === 'chart' ? ChartPage : ObjectList
}

export function ListPage() {
  const { object: name } = useParams({ from: '/frame/$object' })
  const object = useCatalog().object(name)
  const { address } = useListAddress()
  if (!object) return <Failure error={new Problem(404)} />
  // What has been is told as a list; the other ways of looking know only what is.
  const View = address.asOf ? PastList : viewOf(object, address.view)
  return (
    <Suspense fallback={<Loading />}>
      {/* A list of another object is another list: nothing selected or scrolled to carries over. */}
      <View key={object.name} object={object} />
    </Suspense>
  )
}
