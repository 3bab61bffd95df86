import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { placeRow } from '~/api/endless'
import { errorsByAttribute, type Problem } from '~/api/problem'
import { remember } from '~/api/records'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { useEdits } from '../shared/edits'
import { askedBy, currentOf } from '../shared/refusal'
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

export function useMoves(object: ObjectType, stage: Attribute) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  // The cards are put in place instead of asking for every column again.
  const edit = useEdits(object, (queries, name, record) => {
    remember(queries, name, record)
    placeRow(queries, name, record)
    placeCard(queries, name, record, String(record[stage.name]))
    void othersChanged(queries)
  })
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
    const { saved, problem } = await edit({ id: move.record.id, version }, move.values)
    if (problem) return refused(move, problem)
    drop(saved.id)
    message.success(t('board.moved', { stage: labelOf(move.to) }))
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
