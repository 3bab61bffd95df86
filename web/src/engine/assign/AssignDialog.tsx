import { useId, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { offerOptions, useAssignMany, useAssignOne, type Assigned, type Chosen } from '~/api/assign'
import { asProblem } from '~/api/problem'
import type { Job, ObjectType } from '~/api/types'
import { Failure, SkeletonRows } from '~/ui/states'
import { assignmentOf, EMPTY, isComplete, type AssignDraft } from './draft'
import { MovesAlong } from './MovesAlong'
import { Recipient } from './Recipient'
import { Shares } from './Shares'
import { useAssignedNotice } from './useAssignedNotice'
import './assign.css'

const LONGEST_NOTE = 1_000

interface AssignDialogProps {
  object: ObjectType
  /** One record by its id, or many. */
  what: string | Chosen
  title: string
  onClose: () => void
  /** Called when it is done or has begun. */
  onAssigned?: () => void
}

/** Gives records to somebody else: who, what moves along, and a word on it. */
export function AssignDialog({ object, what, title, onClose, onAssigned }: AssignDialogProps) {
  const { t } = useTranslation()
  const noteId = useId()
  const id = typeof what === 'string' ? what : undefined
  const { data: offer, error, refetch } = useQuery(offerOptions(object.name, id))
  const [draft, setDraft] = useState<AssignDraft>(EMPTY)
  const one = useAssignOne(object.name)
  const many = useAssignMany(object.name)
  const notice = useAssignedNotice()
  const change = (next: Partial<AssignDraft>) => setDraft((present) => ({ ...present, ...next }))
  const problem = one.error ?? many.error

  const done = (answer: Assigned | Job) => {
    if ('state' in answer) notice.watch(answer.id)
    else notice.tell(answer)
    onAssigned?.()
    onClose()
  }
  const submit = () => {
    const assignment = assignmentOf(draft)
    if (typeof what === 'string') one.mutate({ id: what, assignment }, { onSuccess: done })
    else many.mutate({ ...assignment, ...what }, { onSuccess: done })
  }
  return (
    <Modal
      open
      title={title}
      okText={t('assign.action')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: !isComplete(draft), loading: one.isPending || many.isPending }}
      onOk={submit}
      onCancel={onClose}
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !offer ? (
        <SkeletonRows rows={3} />
      ) : (
        <div className="assign">
          <Recipient object={object} offer={offer} draft={draft} onChange={change} />
          {draft.by === 'rule' && typeof what !== 'string' && <Shares object={object} chosen={what} draft={draft} />}
          <MovesAlong offer={offer} draft={draft} onChange={change} />
          <div className="form-row">
            <label htmlFor={noteId}>{t('assign.note')}</label>
            <Input.TextArea
              id={noteId}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={LONGEST_NOTE}
              placeholder={t('assign.noteHint')}
              value={draft.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          </div>
          {problem && (
            <p className="bad" role="alert">
              {asProblem(problem)
                .errors.map((each) => each.message)
                .join(' ') || asProblem(problem).message}
            </p>
          )}
        </div>
      )}
    </Modal>
  )
}
