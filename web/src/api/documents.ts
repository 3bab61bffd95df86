import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Chosen } from './assign'
import { exchange, request } from './client'
import { nameOf } from './exports'
import type { RecordFile } from './files'
import { useCatalog } from './metadata'
import { firstRowsOptions } from './records'
import type { Job, ObjectType, RecordData } from './types'

export const TEMPLATES = 'document-templates'

/** More are not made at once. */
export const MOST_DOCUMENTS = 500

export type DocumentFormat = 'docx' | 'pdf'

/** Something a template asks for that a document does not say. */
export interface LeftEmpty {
  path: string
  why: 'unknown' | 'attribute' | 'record'
}

export interface MadeDocument {
  file: Blob
  name: string
  left: LeftEmpty[]
}

export interface FieldGroup {
  label: string
  /** The path of the lines within whose section these stand. */
  lines: string | null
  fields: { path: string; label: string; example: string | null }[]
}

/** Whether there can be templates for an object's records, and this person reads them. */
export const useOffersDocuments = ({ name }: ObjectType): boolean =>
  useCatalog()
    .attribute(TEMPLATES, 'object')
    ?.choices?.some(({ code }) => code === name) ?? false

/** More templates for one object than anybody keeps apart. */
const MANY = 200

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const templateName = (template: RecordData): string => text(template.name)

export const templatesOptions = firstRowsOptions(TEMPLATES, { sort: 'name', limit: MANY })

/** Those with which documents of an object's records are made. */
export const templatesFor = (object: string) =>
  firstRowsOptions(TEMPLATES, { filter: `object == '${object}' && active == true`, sort: 'name', limit: MANY })

const readLeft = (header: string | null): LeftEmpty[] =>
  (header ?? '')
    .split(',')
    .filter(Boolean)
    .map((each) => {
      const [path = '', why = 'unknown'] = each.split(';')
      return { path, why: why as LeftEmpty['why'] }
    })

export async function makeDocument(
  object: string,
  id: string,
  template: string,
  format: DocumentFormat,
  signal?: AbortSignal,
): Promise<MadeDocument> {
  const response = await exchange(`${object}/${id}/documents`, { method: 'POST', body: { template, format }, signal })
  return {
    file: await response.blob(),
    name: nameOf(response.headers.get('Content-Disposition')),
    left: readLeft(response.headers.get('Left-Empty')),
  }
}

/** A document as it would be; looked at once and forgotten. */
export const previewOptions = (object: string, id: string, template: string | undefined) =>
  queryOptions({
    queryKey: ['document', object, id, template],
    queryFn: ({ signal }) => makeDocument(object, id, String(template), 'pdf', signal),
    enabled: Boolean(template),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  })

interface Kept {
  file: RecordFile
  left: LeftEmpty[]
}

export function useKeepDocument(object: string, id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { template: string; format: DocumentFormat }) =>
      request<Kept>(`${object}/${id}/documents`, { method: 'POST', body: { ...body, keep: true } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['records', object] }),
  })
}

export function useManyDocuments(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Chosen & { template: string; format: DocumentFormat; joined: boolean }) =>
      request<Job>(`${object}/documents`, { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
}

export const fieldsOptions = (object: string, record?: string) =>
  queryOptions({
    queryKey: ['merge-fields', object, record],
    queryFn: ({ signal }) => request<{ groups: FieldGroup[] }>(`${object}/merge-fields`, { query: { record }, signal }),
  })

/** A template to begin with. */
export async function starterOf(object: string): Promise<File> {
  const response = await exchange(`${object}/document-starter`)
  return new File([await response.blob()], nameOf(response.headers.get('Content-Disposition')))
}
