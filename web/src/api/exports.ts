import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Chosen } from './assign'
import { exchange } from './client'
import type { FileFormat, Job } from './types'

/** Of more the server makes a job. */
export const AT_ONCE = 10_000

export interface ExportOrder {
  format: FileFormat
  sort?: string
  /** Attributes by name, separated by commas; all one may see where none are named. */
  fields?: string
}

/** What an export is answered with: the file, or the job that prepares it. */
export type Exported = { file: Blob; name: string } | { job: Job }

const JOB = 202

/** What a file is called that comes as an answer, in its own letters where it says them. */
export const nameOf = (disposition: string | null): string => {
  const [, own] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? []
  const [, plain] = /filename="([^"]+)"/.exec(disposition ?? '') ?? []
  return own ? decodeURIComponent(own) : (plain ?? 'export')
}

export function useExport(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (order: ExportOrder & Chosen): Promise<Exported> => {
      const response = await exchange(`${object}/export`, { method: 'POST', body: order })
      if (response.status === JOB) return { job: (await response.json()) as Job }
      return { file: await response.blob(), name: nameOf(response.headers.get('Content-Disposition')) }
    },
    onSuccess: (answer) => ('job' in answer ? client.invalidateQueries({ queryKey: ['jobs'] }) : undefined),
  })
}

/** Hands a file to the browser, which keeps it where it keeps what was downloaded. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
