import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { request } from '~/api/client'
import { useCatalog } from '~/api/metadata'
import { asProblem, errorsByAttribute, type Problem } from '~/api/problem'
import { remember } from '~/api/records'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { toWire } from '~/fields/wire'
import { othersChanged, placeCard } from './queries'

type Values = Record<string, unknown>

/** A card on its way: it lies in its new column at once, and goes back if it may not stay. */
export interface Move {
  record: RecordData
  from: string
  to: string
  values: Values
  /** What the server said against it; without any the answer is still to come. */
  problem?: Problem
}

/** What the server wants to know before the record may stand in the column. */
export function askedBy(attributes: readonly Attribute[], stage: Attribute, problem: Problem | undefined): Attribute[] {
  const errors = errorsByAttribute(problem?.status === 422 || problem?.status === 400 ? problem.errors : [])
  return attributes.filter(({ name, writable }) => name in errors && name !== stage.name && writable)
}

export const currentOf = (problem: Problem | undefined): RecordData | undefined =>
  problem?.status === 412 ? (problem.members.current as RecordData | undefined) : undefined

export function useMoves(object: ObjectType, stage: Attribute) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const catalog = useCatalog()
  const client = useQueryClient()
  const [moves, setMoves] = useState<readonly Move[]>([])
  const drop = (id: string) => setMoves((present) => present.filter(({ record }) => record.id !== id))
  const put = (move: Move) =>
    setMoves((present) => [move, ...present.filter(({ record }) => record.id !== move.record.id)])
  const labelOf = (code: string) => stage.choices?.find((choice) => choice.code === code)?.label ?? code

  const refused = (move: Move, problem: Problem) => {
    const answerable = currentOf(problem) ?? askedBy(object.attributes, stage, problem)[0]
    if (answerable) return put({ ...move, problem })
    drop(move.record.id)
    const { [stage.name]: reason } = errorsByAttribute(problem.errors)
    message.error(reason || problem.message || t('state.failed'))
  }
  const send = async (move: Move, version = move.record.version) => {
    put({ ...move, problem: undefined })
    const body = Object.entries(move.values).map(([name, value]) => {
      const attribute = catalog.attribute(object.name, name)
      return [name, attribute ? toWire(catalog, attribute, value) : value]
    })
    try {
      const record = await request<RecordData>(`${object.name}/${move.record.id}`, {
        method: 'PATCH',
        body: Object.fromEntries(body),
        headers: { 'If-Match': `"${version}"` },
      })
      remember(client, object.name, record)
      placeCard(client, object.name, record, move.to)
      drop(record.id)
      message.success(t('board.moved', { stage: labelOf(move.to) }))
      void othersChanged(client)
    } catch (error) {
      refused(move, asProblem(error))
    }
  }
  /** Somebody was faster, and theirs is kept. */
  const yieldTo = (current: RecordData) => {
    placeCard(client, object.name, current, String(current[stage.name]))
    drop(current.id)
    void othersChanged(client)
  }
  return {
    moves,
    start: (record: RecordData, from: string, to: string) =>
      from === to ? undefined : void send({ record, from, to, values: { [stage.name]: to } }),
    answer: (move: Move, answers: Values) => void send({ ...move, values: { ...move.values, ...answers } }),
    insist: (move: Move) => void send(move, currentOf(move.problem)?.version),
    yieldTo,
    cancel: (move: Move) => drop(move.record.id),
  }
}

export type Moves = ReturnType<typeof useMoves>
