import { useState } from 'react'
import { errorsByAttribute, type Problem } from '~/api/problem'
import type { ObjectType, RecordData } from '~/api/types'
import { useEdits } from './edits'
import { currentOf } from './refusal'
import { useLateRefusal } from './useLateRefusal'

type Values = Record<string, unknown>

/** Changes some attributes of a record, and keeps what was typed when the server objects or somebody was faster. */
export function useSave(object: ObjectType, record: RecordData) {
  const send = useEdits(object)
  const tellIfLeft = useLateRefusal(object)
  const [problem, setProblem] = useState<Problem>()
  const [attempted, setAttempted] = useState<Values>({})
  const [isPending, setPending] = useState(false)

  const save = async (values: Values, version = record.version): Promise<boolean> => {
    setProblem(undefined)
    setAttempted(values)
    setPending(true)
    const outcome = await send({ id: record.id, version }, values)
    setPending(false)
    setProblem(outcome.problem)
    if (outcome.problem) tellIfLeft(outcome.problem)
    return !outcome.problem
  }
  return {
    save,
    attempted,
    problem,
    isPending,
    errors: problem ? errorsByAttribute(problem.errors) : {},
    /** The record as somebody else saved it in the meantime. */
    current: currentOf(problem),
    reset: () => setProblem(undefined),
  }
}

export type Saving = ReturnType<typeof useSave>
