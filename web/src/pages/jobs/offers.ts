import { isMoving } from '~/api/jobs'
import type { Job } from '~/api/types'

/** What can be done with a job as it stands; nothing that would have no effect. */
export function offersOf(job: Job) {
  const { state, kind, wish, about, result } = job
  const moving = isMoving(job)
  return {
    pause: moving && !wish,
    resume: state === 'paused' || wish === 'pause',
    cancel: (moving || state === 'paused') && wish !== 'cancel',
    undo: job.undoable,
    /** The job whose undoing left something, which may be undone all the same. */
    insistOn: kind === 'undo' && state === 'done' && job.insistable !== false && result?.kept ? about.job : undefined,
    /** The file that was tried, and can be imported now. */
    upload: about.dryRun && !moving && job.uploadThere !== false ? about.upload : undefined,
  }
}
