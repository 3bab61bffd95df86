import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { errorsByAttribute, type Problem } from '~/api/problem'
import { recordsChanged } from '~/api/records'
import type { RecordData } from '~/api/types'
import { useCatalog } from '~/api/metadata'
import { formatDate } from '~/fields/format'
import { titleOf } from '~/fields/reference/options'
import { toWire } from '~/fields/wire'
import { useWrites } from '../shared/edits'
import { askedBy } from '../shared/refusal'
import { useUndoOffer } from '../shared/useUndoOffer'
import { dayOf, onDay } from './days'
import { placeRecord } from './queries'
import type { Calendar } from './useCalendar'

type Values = Record<string, unknown>

/** A record on its way to another day. */
export interface Rescheduling {
  record: RecordData
  day: string
  /** What is written: the date, and what was answered. */
  values: Values
  /** Why the server wants to know more before the record may stand there. */
  problem?: Problem
}

/** Puts a record on another day: it stands there at once, and goes back where it may not stay; what it needs is asked for. */
export function useReschedule({ object, date, zone }: Calendar) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const catalog = useCatalog()
  const { message } = App.useApp()
  const send = useWrites(object)
  const offer = useUndoOffer()
  const [asking, setAsking] = useState<Rescheduling>()

  const place = (record: RecordData, known: Values) => placeRecord(client, object.name, record.id, known)
  const goBack = ({ record }: Rescheduling) => {
    setAsking(undefined)
    place(record, { [date.name]: record[date.name] })
  }
  const refused = (move: Rescheduling, problem: Problem) => {
    if (askedBy(object.attributes, date, problem).length > 0) return setAsking({ ...move, problem })
    goBack(move)
    message.error(errorsByAttribute(problem.errors)[date.name] || problem.message || t('state.failed'))
    // Whoever was faster has put it elsewhere.
    if (problem.status === 412) void recordsChanged(client)
  }
  const write = async (move: Rescheduling): Promise<RecordData | undefined> => {
    const { record, values } = move
    await client.cancelQueries({ queryKey: ['records', object.name, 'calendar'] })
    place(record, { [date.name]: values[date.name] })
    const { saved, problem } = await send(record, values)
    if (problem) {
      refused(move, problem)
      return undefined
    }
    place(record, { version: saved.version, [date.name]: saved[date.name] })
    setAsking(undefined)
    return saved
  }
  const put = async (move: Rescheduling) => {
    const { record, day } = move
    const saved = await write(move)
    if (!saved) return
    const title = titleOf(record, object.title) || t('record.untitled')
    offer(t('calendar.moved', { title, day: formatDate(day, i18n.language) }), () => {
      const values = { [date.name]: record[date.name] }
      void write({ record: saved, day: dayOf(date, record[date.name], zone) ?? day, values })
    })
  }
  return {
    move: async (record: RecordData, day: string) => {
      const before = record[date.name]
      if (dayOf(date, before, zone) !== day)
        await put({ record, day, values: { [date.name]: onDay(date, before, day, zone) } })
    },
    /** The move that waits for an answer. */
    asking,
    answer: (answers: Values) => {
      if (!asking) return
      const written = catalog
        .pick(object.name, Object.keys(answers))
        .map((attribute) => [attribute.name, toWire(catalog, attribute, answers[attribute.name])] as const)
      void put({ ...asking, values: { ...asking.values, ...Object.fromEntries(written) } })
    },
    cancel: () => asking && goBack(asking),
  }
}

export type Reschedule = ReturnType<typeof useReschedule>
