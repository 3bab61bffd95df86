import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'

export interface LayoutSection {
  key: string
  /** The heading by language; none for that of the definition. */
  labels: Record<string, string>
  attributes: string[]
}

export interface LayoutRole {
  id: string
  title: string | null
}

/** How attributes stand on pages and in forms, for records of a kind and people of a role where these are given. */
export interface Layout {
  kind: string | null
  role: LayoutRole | null
  sections: LayoutSection[]
  hidden: string[]
  /** What a form asks for first; null for what the definition says. */
  quick: string[] | null
}

/** What holds of an attribute by what a record says; conditions are expressions, null or empty where there is none. */
export interface AttributeRule {
  attribute: string
  requiredWhen: string | null
  readOnlyWhen: string | null
  visibleWhen: string | null
}

/** Which choices of an attribute records of a kind may have. */
export interface KindOffer {
  kind: string
  attribute: string
  choices: string[]
}

export interface LayoutsInput {
  /** The attribute whose choices are the kinds of records. */
  kind: string | null
  layouts: Layout[]
  rules: AttributeRule[]
  offers: KindOffer[]
}

export interface Layouts extends LayoutsInput {
  version: number
  /** What holds where nothing is settled. */
  own: Layout
  /** What is never left out. */
  indispensable: string[]
  roles: LayoutRole[]
}

const pathOf = (object: string) => `${object}/layouts`

export const layoutsOptions = (object: string) =>
  queryOptions({
    queryKey: ['layouts', object],
    queryFn: ({ signal }) => request<Layouts>(pathOf(object), { signal }),
    enabled: object !== '',
  })

export function useSaveLayouts(object: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ version, ...body }: LayoutsInput & { version: number }) =>
      request<Layouts>(pathOf(object), { method: 'PUT', body, headers: { 'If-Match': `"${version}"` } }),
    onSuccess: (saved) => {
      client.setQueryData(layoutsOptions(object).queryKey, saved)
      void client.invalidateQueries({ queryKey: ['metadata'] })
    },
  })
}
