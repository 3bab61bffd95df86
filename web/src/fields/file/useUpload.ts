import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { receiveFile, type AttachedFile } from '~/api/files'
import { asProblem } from '~/api/problem'
import { useUnderway } from '../underway'

interface Sending {
  file: File
  /** How much of it has gone, from 0 to 1. */
  share?: number
  /** Why it did not arrive. */
  failed?: string
  /** Whether it may arrive when it is sent once more. */
  again?: boolean
}

/** What keeps a file from arriving now and not later: nobody is signed in, it took too long, too much was sent at once. */
const AGAIN: ReadonlySet<number> = new Set([401, 408, 429])

/** Sends one file; another one takes its place. The form around is told while it is on its way. */
export function useUpload(onArrived: (file: AttachedFile) => void) {
  const { t } = useTranslation()
  const id = useId()
  const tell = useUnderway()
  const [sending, setSending] = useState<Sending>()
  const control = useRef<AbortController>(undefined)
  // Told to the page as it is when the file arrives, not as it was when it was sent: much may have been typed meanwhile.
  const arrive = useRef(onArrived)
  useEffect(() => {
    arrive.current = onArrived
  })
  const stop = () => {
    control.current?.abort()
    control.current = undefined
    tell(id, false)
  }
  useEffect(
    () => () => {
      control.current?.abort()
      tell(id, false)
    },
    [id, tell],
  )

  const send = async (file: File) => {
    stop()
    const own = new AbortController()
    control.current = own
    tell(id, true)
    setSending({ file, share: 0 })
    try {
      const arrived = await receiveFile(
        file,
        (share) => control.current === own && setSending({ file, share }),
        own.signal,
      )
      if (control.current !== own) return
      setSending(undefined)
      arrive.current(arrived)
    } catch (error) {
      if (control.current !== own) return
      const problem = asProblem(error)
      const failed =
        problem.errors[0]?.message || problem.message || t(problem.isOffline ? 'state.offline' : 'state.failed')
      setSending({ file, failed, again: problem.isOffline || AGAIN.has(problem.status) || problem.status >= 500 })
    } finally {
      if (control.current === own) tell(id, false)
    }
  }
  const cancel = () => {
    stop()
    setSending(undefined)
  }
  return { sending, send, cancel }
}
