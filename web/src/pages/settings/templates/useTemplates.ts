import { useMutation, useQueryClient } from '@tanstack/react-query'
import { starterOf, TEMPLATES } from '~/api/documents'
import { addFile, type RecordFile } from '~/api/files'
import { request } from '~/api/client'
import type { Page, RecordData } from '~/api/types'

export interface TemplateInput {
  name: string
  object: string
  description: string | null
  language: string | null
}

/** The file that counts, which a new one becomes a version of. */
async function currentFile(id: string): Promise<RecordFile | undefined> {
  const { items } = await request<Page<RecordFile>>(`${TEMPLATES}/${id}/files`)
  return items[0]
}

async function put(id: string, file: File): Promise<unknown> {
  const current = await currentFile(id)
  return addFile({ object: TEMPLATES, id }, file, current?.id, () => {}, new AbortController().signal)
}

/** What is done with templates; each tells whoever shows them. */
export function useTemplates() {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: ['records', TEMPLATES] })
  const change = (template: RecordData, body: Partial<TemplateInput> & { active?: boolean }) =>
    request<RecordData>(`${TEMPLATES}/${template.id}`, {
      method: 'PATCH',
      headers: { 'If-Match': `"${template.version}"` },
      body,
    })
  return {
    /** Whoever brings no file begins with an example. */
    add: useMutation({
      mutationFn: async ({ file, ...body }: TemplateInput & { file?: File }) => {
        const made = await request<RecordData>(TEMPLATES, { method: 'POST', body })
        try {
          await put(made.id, file ?? (await starterOf(body.object)))
        } catch (refused) {
          // A template without a file is of no use to anybody; why it has none is what is told.
          await request<void>(`${TEMPLATES}/${made.id}`, { method: 'DELETE' }).catch(() => undefined)
          throw refused
        }
        return made
      },
      onSuccess,
    }),
    save: useMutation({
      mutationFn: ({ template, ...body }: { template: RecordData; active?: boolean } & Partial<TemplateInput>) =>
        change(template, body),
      onSuccess,
    }),
    replace: useMutation({
      mutationFn: ({ id, file }: { id: string; file: File }) => put(id, file),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => request<void>(`${TEMPLATES}/${id}`, { method: 'DELETE' }),
      onSuccess,
    }),
  }
}
