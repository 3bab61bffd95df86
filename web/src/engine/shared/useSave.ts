import { useState } from 'react'
import { useCatalog } from '~/api/metadata'
import { asProblem, errorsByAttribute, type Problem } from '~/api/problem'
import { usePatch } from '~/api/records'
import type { ObjectType, RecordData } from '~/api/types'
import { toWire } from '~/fields/wire'

type Values = Record<string, unknown>

/** Changes some attributes of a record, and keeps what was typed when the server objects or somebody was faster. */
export function useSave(object: ObjectType, record: RecordData) {
  const catalog = useCatalog()
  const patch = usePatch(object.name)
  const [problem, setProblem] = useState<Problem>()
  const [attempted, setAttempted] = useState<Values>({})

  const save = async (values: Values, version = record.version): Promise<boolean> => {
    setProblem(undefined)
    setAttempted(values)
    const written = Object.entries(values).flatMap(([name, value]) => {
      const attribute = catalog.attribute(object.name, name)
      return attribute ? [[name, toWire(catalog, attribute, value)] as const] : []
    })
    try {
      await patch.mutateAsync({ id: record.id, version, values: Object.fromEntries(written) })
      return true
    } catch (error) {
      setProblem(asProblem(error))
      return false
    }
  }
  return {
    save,
    attempted,
    problem,
    isPending: patch.isPending,
    errors: problem ? errorsByAttribute(problem.errors) : {},
    /** The record as somebody else saved it in the meantime. */
    current: problem?.status === 412 ? (problem.members.current as RecordData | undefined) : undefined,
    reset: () => setProblem(undefined),
  }
}
