import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { recordsChanged, usePatch } from '~/api/records'
import type { RecordData } from '~/api/types'
import { formatDate } from '~/fields/format'
import { titleOf } from '~/fields/reference/options'
import { useUndoOffer } from '../shared/useUndoOffer'
import { dayOf, onDay } from './days'
import { placeRecord } from './queries'
import type { Calendar } from './useCalendar'

/** Puts a record on another day: it stands there at once, and goes back where it may not stay. */
export function useReschedule({ object, date, zone }: Calendar) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const { message } = App.useApp()
  const patch = usePatch(object.name)
  const offer = useUndoOffer()

  const write = async (record: RecordData, value: unknown): Promise<RecordData | undefined> => {
    await client.cancelQueries({ queryKey: ['records', object.name, 'calendar'] })
    placeRecord(client, object.name, record.id, { [date.name]: value })
    try {
      const saved = await patch.mutateAsync({ id: record.id, version: record.version, values: { [date.name]: value } })
      placeRecord(client, object.name, record.id, { version: saved.version, [date.name]: saved[date.name] })
      return saved
    } catch (error) {
      placeRecord(client, object.name, record.id, { [date.name]: record[date.name] })
      const problem = asProblem(error)
      message.error(errorsByAttribute(problem.errors)[date.name] || problem.message || t('state.failed'))
      // Whoever was faster has put it elsewhere.
      if (problem.status === 412) void recordsChanged(client)
      return undefined
    }
  }
  return async (record: RecordData, day: string) => {
    const before = record[date.name]
    if (dayOf(date, before, zone) === day) return
    const saved = await write(record, onDay(date, before, day, zone))
    if (!saved) return
    const title = titleOf(record, object.title) || t('record.untitled')
    offer(t('calendar.moved', { title, day: formatDate(day, i18n.language) }), () => void write(saved, before))
  }
}

export type Reschedule = ReturnType<typeof useReschedule>
