import type { ReactElement } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { placeRow } from '~/api/endless'
import { errorsByAttribute } from '~/api/problem'
import type { Attribute, ObjectType, RecordData } from '~/api/types'
import { StageQuestion } from '../record/StageQuestion'
import { Conflict } from '../shared/Conflict'
import { askedBy, complaintOf, currentOf } from '../shared/refusal'
import type { CellActions, Refused } from './useCells'

interface CellNoteProps {
  id: string
  object: ObjectType
  record: RecordData
  attribute: Attribute
  refused: Refused | undefined
  cells: CellActions
  children: ReactElement
}

/** Beside a cell: why what was typed was refused, and what can be done about it. */
export function CellNote({ id, object, record, attribute, refused, cells, children }: CellNoteProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  if (!refused) return children
  const { name } = attribute
  const { values, problem } = refused
  const place = { id: record.id, name }
  const current = currentOf(problem)
  const asked = name === object.board ? askedBy(object.attributes, attribute, problem) : []
  const again = (version: number, more: Record<string, unknown> = {}) => {
    cells.leave(place)
    cells.save({ id: record.id, version }, name, { ...values, ...more })
  }
  const giveUp = () => {
    cells.forget(place)
    cells.leave(place)
  }
  const content = current ? (
    <Conflict
      object={object}
      current={current}
      mine={values}
      onTheirs={() => {
        placeRow(client, object.name, current)
        giveUp()
      }}
      onMine={() => again(current.version)}
    />
  ) : asked.length > 0 ? (
    <StageQuestion
      stage={attribute.choices?.find(({ code }) => code === values[name])?.label ?? ''}
      attributes={asked}
      errors={errorsByAttribute(problem.errors)}
      given={values}
      onAnswer={(answers) => again(record.version, answers)}
      onCancel={giveUp}
    />
  ) : (
    <p className="field-error" role="alert">
      {complaintOf(object.attributes, name, problem) || t('state.failed')}
    </p>
  )
  return (
    <Popover
      open
      placement="bottomLeft"
      destroyOnHidden
      content={
        <div className="cell-note" id={id}>
          {content}
        </div>
      }
    >
      {children}
    </Popover>
  )
}
