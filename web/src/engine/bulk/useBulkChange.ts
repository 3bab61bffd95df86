import { useState } from 'react'
import type { Chosen } from '~/api/assign'
import { bulkTallyOf, useBulk, type BulkChange } from '~/api/bulk'
import { isMoving, useWatchedJob } from '~/api/jobs'
import { asProblem } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { useJobNotice, type JobWords } from '../shared/useJobNotice'

/** Where the server finds fault with a new value itself. */
export const valuePath = (name: string): string => `update.${name}`

/** A change of many records, first looked at and then done, each by a job. */
export function useBulkChange(object: ObjectType, chosen: Chosen, change: BulkChange | undefined, words: JobWords) {
  const look = useBulk(object.name)
  const run = useBulk(object.name)
  const notice = useJobNotice()
  const [asked, setAsked] = useState<string>()
  const { data: job } = useWatchedJob(look.data?.id)
  const question = JSON.stringify([chosen, change])
  const ended = asked === question && job && !isMoving(job) ? job : undefined
  const error = run.error ?? look.error
  const refused = asked === question && error ? asProblem(error) : undefined
  return {
    /** What would become of them; undefined until it is known for just this change. */
    tally: ended?.state === 'done' ? bulkTallyOf(ended) : undefined,
    /** The file that lists which records could not be changed. */
    failures: ended?.failures ?? undefined,
    isLooking: look.isPending || (asked === question && Boolean(look.data) && !ended),
    isStarting: run.isPending,
    problem: refused ?? (ended?.problem ? { message: ended.problem.detail, errors: [] } : undefined),
    /** What is wrong with the new value of an attribute, whichever record should get it. */
    complaintOf: (name: string) => refused?.errors.find(({ path }) => path === valuePath(name))?.message,
    look: () => {
      if (!change) return
      setAsked(question)
      look.mutate({ ...chosen, ...change, dryRun: true })
    },
    start: (onStarted: () => void) => {
      if (!change) return
      run.mutate(
        { ...chosen, ...change },
        {
          onSuccess: ({ id }) => {
            notice.watch(id, words)
            onStarted()
          },
        },
      )
    },
  }
}

export type Changing = ReturnType<typeof useBulkChange>
