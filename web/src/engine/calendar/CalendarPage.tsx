import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { later } from '~/ui/later'
import { Failure } from '~/ui/states'
import { usePhone } from '~/ui/useMedia'
import { usePageTitle } from '~/ui/usePageTitle'
import { FilterBar } from '../filter/FilterBar'
import { ListHead } from '../list/ListHead'
import { useListAddress } from '../list/useList'
import { useKeys } from '../shared/useKeys'
import { CalendarBar } from './CalendarBar'
import { Days } from './Days'
import { useCalendar } from './useCalendar'
import { useEntries } from './useEntries'
import '../list/list.css'
import '../beside/beside.css'
import './calendar.css'

const Beside = later(async () => (await import('../beside/Beside')).Beside)

/** The records of an object on the days of one of their dates. */
export function CalendarPage({ object }: { object: ObjectType }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const { address, change } = useListAddress()
  const calendar = useCalendar(object)
  const entries = useEntries(calendar)
  const { query, days, today, day } = calendar
  // On the day one is at, be it by the keyboard.
  const create = () => {
    const at = document.activeElement?.closest<HTMLElement>('[data-day]')?.dataset.day
    entries.create(at ?? (address.day === undefined && days.includes(today) ? today : day))
  }
  useKeys({ c: create })
  usePageTitle(t('calendar.pageTitle', { label: object.pluralLabel }))
  const problem = query.isError ? asProblem(query.error) : undefined
  return (
    <div className="list-page">
      <ListHead object={object} note={null} onCreate={create} />
      <FilterBar
        object={object}
        filter={calendar.filter}
        onChange={(filter) => change({ filter })}
        problem={problem?.status === 400 ? problem : undefined}
      />
      <CalendarBar calendar={calendar} />
      <div className="list-body">
        <div className="list-main">
          {problem ? (
            <div className="panel">
              <Failure error={problem} onRetry={() => void query.refetch()} />
            </div>
          ) : (
            <Days entries={entries} />
          )}
        </div>
        {address.beside && !phone && (
          <Suspense>
            <Beside object={object} id={address.beside} onClose={() => change({ beside: undefined })} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
