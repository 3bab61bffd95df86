import { Segmented } from 'antd'
import { CalendarDays, ChartColumn, List, SquareKanban } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ObjectType } from '~/api/types'
import { datesOf } from '../calendar/dates'
import type { View } from './address'
import { useListAddress } from './useList'

type Shown = View | 'list'

const ICONS = { list: List, board: SquareKanban, calendar: CalendarDays, chart: ChartColumn }

/** The same records as a list, a board, a calendar or a chart; filter and order stay. */
export function ViewSwitch({ object }: { object: ObjectType }) {
  const { t } = useTranslation()
  const { address, change } = useListAddress()
  const offered: Shown[] = [
    'list',
    ...(object.board ? (['board'] as const) : []),
    ...(datesOf(object).length > 0 ? (['calendar'] as const) : []),
    'chart',
  ]
  const shown: Shown = address.view && offered.includes(address.view) ? address.view : 'list'
  return (
    <Segmented<Shown>
      className="view-switch"
      aria-label={t('view.title')}
      value={shown}
      onChange={(next) => change({ view: next === 'list' ? undefined : next })}
      options={offered.map((view) => {
        const Icon = ICONS[view]
        return {
          value: view,
          title: t(`view.${view}`),
          label: (
            <span className="view-label">
              <Icon size={15} aria-hidden />
              <span>{t(`view.${view}`)}</span>
            </span>
          ),
        }
      })}
    />
  )
}
