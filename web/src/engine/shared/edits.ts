import { useMemo, useSyncExternalStore } from 'react'
import { useCatalog } from '~/api/metadata'
import { asProblem, type Problem } from '~/api/problem'
import { usePatch, type recordChanged } from '~/api/records'
import type { ObjectType, RecordData } from '~/api/types'
import { toWire } from '~/fields/wire'

type Values = Record<string, unknown>

/** What became of an edit: the record as it was saved, or why it was not. */
export type Outcome = { saved: RecordData; problem?: undefined } | { saved?: undefined; problem: Problem }

interface Edit {
  readonly values: Values
}

const NONE: readonly Edit[] = []
const STEPS_AT_MOST = 1_000

/**
 * What was written and not answered yet. It shows at once wherever the record is shown, and is gone again when the answer has
 * come: what was saved is in the lists by then, and what was refused shows as it was. Edits of one record follow each other,
 * so that the second is not refused because of the first.
 */
export class Edits {
  private readonly waiting = new Map<string, readonly Edit[]>()
  private readonly last = new Map<string, Promise<unknown>>()
  /** Which version became which by an edit of ours: whoever goes by the former has seen all that is in the latter. */
  private readonly steps = new Map<string, number>()
  private readonly watchers = new Set<() => void>()

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  of(id: string): readonly Edit[] {
    return this.waiting.get(id) ?? NONE
  }

  /** @param write sends it, going by a version; while there is no connection it waits */
  async send(
    { id, version }: Pick<RecordData, 'id' | 'version'>,
    values: Values,
    write: (version: number) => Promise<RecordData>,
  ): Promise<Outcome> {
    const edit = { values }
    this.show(id, [...this.of(id), edit])
    const sent = (this.last.get(id) ?? Promise.resolve()).then(async () => {
      const from = this.follow(id, version)
      const saved = await write(from)
      this.note(id, from, saved.version)
      return saved
    })
    const settled = sent.catch(() => {})
    this.last.set(id, settled)
    try {
      return { saved: await sent }
    } catch (error) {
      return { problem: asProblem(error) }
    } finally {
      if (this.last.get(id) === settled) this.last.delete(id)
      this.show(
        id,
        this.of(id).filter((each) => each !== edit),
      )
    }
  }

  private follow(id: string, version: number): number {
    const next = this.steps.get(`${id} ${version}`)
    return next === undefined ? version : this.follow(id, next)
  }

  private note(id: string, from: number, to: number): void {
    if (from >= to) return
    if (this.steps.size >= STEPS_AT_MOST) this.steps.clear()
    this.steps.set(`${id} ${from}`, to)
  }

  private show(id: string, edits: readonly Edit[]): void {
    if (edits.length > 0) this.waiting.set(id, edits)
    else this.waiting.delete(id)
    for (const watcher of this.watchers) watcher()
  }
}

const edits = new Edits()

/** A record with what was written to it and not answered yet. */
export function useShown(record: RecordData): RecordData {
  const own = useSyncExternalStore(edits.watch, () => edits.of(record.id))
  return useMemo(() => own.reduce<RecordData>((shown, { values }) => ({ ...shown, ...values }), record), [own, record])
}

/**
 * Writes values of records, those of one record one after the other.
 *
 * @param settle as {@link usePatch} takes it
 */
export function useWrites(object: ObjectType, settle?: typeof recordChanged) {
  const patch = usePatch(object.name, settle)
  /** @param written the values as the server takes them, where that is not how they are shown */
  return (record: Pick<RecordData, 'id' | 'version'>, shown: Values, written = shown): Promise<Outcome> =>
    edits.send(record, shown, (version) => patch.mutateAsync({ id: record.id, version, values: written }))
}

/**
 * Changes some attributes of records of an object; they show at once.
 *
 * @param settle as {@link usePatch} takes it
 */
export function useEdits(object: ObjectType, settle?: typeof recordChanged) {
  const catalog = useCatalog()
  const write = useWrites(object, settle)
  return (record: Pick<RecordData, 'id' | 'version'>, values: Values): Promise<Outcome> => {
    const written = Object.entries(values).flatMap(([name, value]) => {
      const attribute = catalog.attribute(object.name, name)
      return attribute ? [[name, toWire(catalog, attribute, value)] as const] : []
    })
    return write(record, values, Object.fromEntries(written))
  }
}
