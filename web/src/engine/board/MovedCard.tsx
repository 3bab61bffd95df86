import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { errorsByAttribute } from '~/api/problem'
import type { Attribute, ObjectType } from '~/api/types'
import { StageQuestion } from '../record/StageQuestion'
import { Conflict } from '../shared/Conflict'
import { askedBy, currentOf } from '../shared/refusal'
import { BoardCard } from './BoardCard'
import type { CardParts } from './card'
import type { Move, Moves } from './useMoves'

interface MovedCardProps {
  object: ObjectType
  stage: Attribute
  parts: CardParts
  move: Move
  moves: Moves
}

/** A card that was just dropped: while the answer is awaited, and with what must be answered before it may stay. */
export function MovedCard({ object, stage, parts, move, moves }: MovedCardProps) {
  const { t } = useTranslation()
  const card = useRef<HTMLDivElement>(null)
  // The column may be scrolled far down, or be out of sight where the card was moved by the menu.
  useEffect(() => {
    // What it answers with, a promise in some browsers, is not for the effect to return.
    void card.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])
  const { problem, record } = move
  const asked = askedBy(object.attributes, stage, problem)
  const current = currentOf(problem)
  const label = stage.choices?.find((choice) => choice.code === move.to)?.label ?? move.to
  return (
    <div
      ref={card}
      className={problem ? 'moved asking' : 'moved'}
      aria-label={t('record.moveTo', { stage: label })}
      role="group"
    >
      <BoardCard object={object} record={record} parts={parts} moving={!problem} />
      {asked.length > 0 && (
        <StageQuestion
          stage={label}
          attributes={asked}
          errors={errorsByAttribute(problem?.errors ?? [])}
          given={move.values}
          onAnswer={(answers) => moves.answer(move, answers)}
          onCancel={() => moves.cancel(move)}
        />
      )}
      {current && (
        <Conflict
          object={object}
          current={current}
          mine={move.values}
          onTheirs={() => moves.yieldTo(current)}
          onMine={() => moves.insist(move)}
        />
      )}
    </div>
  )
}
