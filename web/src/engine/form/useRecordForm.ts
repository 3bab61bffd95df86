import { useMemo, useRef, useState } from 'react'
import { useCatalog } from '~/api/metadata'
import { asProblem, errorsByAttribute, type Problem } from '~/api/problem'
import { useCreate, usePatch } from '~/api/records'
import { useSession } from '~/api/session'
import type { ObjectType, RecordData } from '~/api/types'
import { isEmpty } from '~/fields/registry'
import { toWire } from '~/fields/wire'
import { useOnce } from '~/ui/useOnce'
import { misfits } from '../shared/fitting'
import { beginningOf } from './attributes'
import { Draft } from './draft'
import type { FormRequest } from './Forms'

type Values = Record<string, unknown>

/**
 * A form without its looks: what was typed, what the server objects to, and saving it exactly once. Drafts of new records
 * are kept for each place where they are made.
 */
export function useRecordForm(object: ObjectType, { record, values: given }: FormRequest, place?: string) {
  const catalog = useCatalog()
  const { user } = useSession()
  const draft = useMemo(
    () => new Draft(user.id, object.name, record?.id ?? place),
    [user.id, object.name, record?.id, place],
  )
  const [found] = useState(() => draft.read())
  // What the page asked to begin with is newer than any draft.
  const [typed, setTyped] = useState<Values>({ ...found, ...given })
  // Two things may be said before the form is drawn again; the second goes on from the first.
  const newest = useRef(typed)
  const take = (values: Values) => {
    newest.current = values
    setTyped(values)
  }
  const [base, setBase] = useState(record)
  const [problem, setProblem] = useState<Problem>()
  // What was changed since the server objected to it: the objection was to something else.
  const [corrected, setCorrected] = useState<ReadonlySet<string>>(new Set())
  const [cleared, setCleared] = useState<string[]>([])
  const [restored, setRestored] = useState(found !== undefined)
  // One key for one form: however often it is sent, the server makes one record of it.
  const key = useRef(crypto.randomUUID())
  const create = useCreate(object.name)
  const patch = usePatch(object.name)

  const valueOf = (name: string, values: Values = typed): unknown => {
    if (name in values) return values[name]
    if (base) return base[name]
    const attribute = catalog.attribute(object.name, name)
    return attribute && (beginningOf(object, attribute, (each) => valueOf(each, values)) ?? undefined)
  }
  const set = (name: string, value: unknown) => {
    const said = { ...newest.current, [name]: value }
    const gone = misfits(object, name, (each) => valueOf(each, said))
    const next = { ...said, ...gone }
    take(next)
    setCleared((before) => [...new Set([...before, ...Object.keys(gone)])].filter((each) => each !== name))
    if (problem) setCorrected((before) => new Set([...before, name, ...Object.keys(gone)]))
    draft.write(next)
  }
  const discard = () => {
    draft.discard()
    take(given ?? {})
    setRestored(false)
    setProblem(undefined)
  }
  const wire = (except?: ReadonlySet<string>): Values =>
    Object.fromEntries(
      Object.entries(typed).flatMap(([name, value]) => {
        const attribute = catalog.attribute(object.name, name)
        return attribute?.writable && !except?.has(name) && (base || !isEmpty(value))
          ? [[name, toWire(catalog, attribute, value)]]
          : []
      }),
    )
  const busy = create.isPending || patch.isPending
  const once = useOnce()

  /**
   * Resolves with the saved record, or undefined when the server objects; the objection is then in `problem`.
   *
   * @param except what is not shown any more: typed or not, it is not sent
   */
  const save = async ({
    allowDuplicates = false,
    version = base?.version,
    also = {} as Values,
    except = undefined as ReadonlySet<string> | undefined,
  } = {}): Promise<RecordData | undefined> => {
    if (!once.begin()) return undefined
    setProblem(undefined)
    setCorrected(new Set())
    try {
      const saved =
        base && version !== undefined
          ? await patch.mutateAsync({ id: base.id, version, values: { ...wire(except), ...also }, allowDuplicates })
          : await create.mutateAsync({ values: { ...wire(except), ...also }, key: key.current, allowDuplicates })
      draft.discard()
      return saved
    } catch (error) {
      const refusal = asProblem(error)
      // A refused request may be answered from memory under its key, so the corrected one is another request.
      if (!refusal.isOffline) key.current = crypto.randomUUID()
      setProblem(refusal)
      return undefined
    } finally {
      once.again()
    }
  }
  const errors = Object.fromEntries(
    Object.entries(errorsByAttribute(problem?.errors ?? [])).filter(([name]) => !corrected.has(name)),
  )
  // Once all it named is corrected, there is nothing left to say but whatever else the answer had.
  const isSettled = Boolean(problem?.errors.length) && Object.keys(errors).length === 0
  const current = problem?.status === 412 ? (problem.members.current as RecordData | undefined) : undefined
  return {
    valueOf: (name: string) => valueOf(name),
    /** What was emptied since it did not fit any more to what was typed elsewhere. */
    cleared,
    typed,
    set,
    discard,
    restored,
    busy,
    save,
    problem: isSettled ? undefined : problem,
    current,
    errors,
    takeTheirs: () => {
      if (current) setBase(current)
      discard()
    },
  }
}

export type RecordForm = ReturnType<typeof useRecordForm>
