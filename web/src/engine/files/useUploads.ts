import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addFile, useFilesChanged, type FilesOf } from '~/api/files'
import { asProblem } from '~/api/problem'

/** A file on its way. */
export interface Upload {
  key: string
  name: string
  size: number
  /** How much of it has gone, from 0 to 1; nothing while it waits for those before it. */
  share?: number
  /** Why it did not arrive. */
  failed?: string
}

interface Waiting {
  key: string
  file: File
  version?: string
}

/** Sends files one after the other, each with its own progress and its own end. */
export function useUploads(of: FilesOf) {
  const { t } = useTranslation()
  const changed = useFilesChanged(of)
  const [uploads, setUploads] = useState<Upload[]>([])
  const queue = useRef<Waiting[]>([])
  const sending = useRef<{ key: string; control: AbortController }>(undefined)

  useEffect(
    () => () => {
      queue.current = []
      sending.current?.control.abort()
    },
    [],
  )

  const tell = (key: string, news: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...news } : upload)))
  const drop = (key: string) => setUploads((all) => all.filter((upload) => upload.key !== key))

  const send = async ({ key, file, version }: Waiting) => {
    const control = new AbortController()
    sending.current = { key, control }
    tell(key, { share: 0 })
    try {
      await addFile(of, file, version, (share) => tell(key, { share }), control.signal)
      await changed()
      drop(key)
    } catch (error) {
      const problem = asProblem(error)
      const words =
        problem.errors[0]?.message || problem.message || t(problem.isOffline ? 'state.offline' : 'state.failed')
      if (control.signal.aborted) drop(key)
      else tell(key, { failed: words, share: undefined })
    } finally {
      sending.current = undefined
    }
  }

  const run = async () => {
    if (sending.current) return
    for (let next = queue.current.shift(); next; next = queue.current.shift()) await send(next)
  }

  const add = (files: Iterable<File>, version?: string) => {
    const waiting = Array.from(files, (file) => ({ key: crypto.randomUUID(), file, version }))
    queue.current.push(...waiting)
    setUploads((all) => [...all, ...waiting.map(({ key, file }) => ({ key, name: file.name, size: file.size }))])
    void run()
  }

  const cancel = (key: string) => {
    queue.current = queue.current.filter((each) => each.key !== key)
    if (sending.current?.key === key) sending.current.control.abort()
    else drop(key)
  }
  return { uploads, add, cancel }
}
