import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from './client'

const KEY = ['roles']

/** Whose records are meant; several add up. */
export const SCOPES = [
  'own',
  'collaborator',
  'reports',
  'department',
  'departmentAndBelow',
  'departments',
  'all',
] as const
export type Scope = (typeof SCOPES)[number]

/** What may be done beside seeing and changing, in the order people ask for it. */
export const RIGHTS = ['create', 'delete', 'import', 'export', 'assign', 'bulk', 'configure'] as const
export type OfferedRight = (typeof RIGHTS)[number]
export type Right = OfferedRight | 'read' | 'edit'

export const ATTRIBUTE_RIGHTS = ['hidden', 'masked', 'read', 'write'] as const
export type AttributeRight = (typeof ATTRIBUTE_RIGHTS)[number]

export interface Range {
  scopes: Scope[]
  /** Those meant by the scope `departments`. */
  departments: string[]
}

/** What a role allows with one object. */
export interface Grant {
  object: string
  rights: Right[]
  read: Range
  write: Range
  /** Those that may not be written, by name; of lines as `part.attribute`. */
  attributes: Record<string, AttributeRight>
}

export interface Role {
  /** Null for the administrator, who may everything. */
  id: string | null
  /** Of a ready-made role. */
  code: string | null
  name: string
  description: string | null
  version: number
  /** Whether whoever was given no role has it. */
  initial: boolean
  /** Whether a ready-made role is no longer as it came. */
  changed: boolean
  people: number
  grants: Grant[]
}

export type WantedRole = Pick<Role, 'name' | 'description' | 'initial' | 'grants'>

export const rolesOptions = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => request<{ items: Role[] }>('roles', { signal }),
})

export const roleOptions = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id],
    queryFn: ({ signal }) => request<Role>(`roles/${id}`, { signal }),
  })

export const rolesOfPersonOptions = (person: string) =>
  queryOptions({
    queryKey: [...KEY, 'of', person],
    queryFn: ({ signal }) => request<{ roles: string[] }>(`users/${person}/roles`, { signal }),
  })

/** A role decides what everything else shows, so all of it is asked for again. */
const useAfterwards = () => {
  const client = useQueryClient()
  return (role?: Role) => {
    if (role?.id) client.setQueryData(roleOptions(role.id).queryKey, role)
    return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  }
}

export function useCreateRole() {
  const afterwards = useAfterwards()
  return useMutation({
    mutationFn: (body: WantedRole) => request<Role>('roles', { method: 'POST', body }),
    onSuccess: afterwards,
  })
}

export function useChangeRole(id: string) {
  const afterwards = useAfterwards()
  return useMutation({
    mutationFn: (body: WantedRole & { version: number }) => request<Role>(`roles/${id}`, { method: 'PUT', body }),
    onSuccess: afterwards,
  })
}

export function useResetRole(id: string) {
  const afterwards = useAfterwards()
  return useMutation({
    mutationFn: (version: number) => request<Role>(`roles/${id}/reset`, { method: 'POST', query: { version } }),
    onSuccess: afterwards,
  })
}

export function useDeleteRole(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<void>(`roles/${id}`, { method: 'DELETE' }),
    onSuccess: () => {
      client.removeQueries({ queryKey: roleOptions(id).queryKey })
      return client.invalidateQueries({ queryKey: KEY })
    },
  })
}

export function useGiveRoles(person: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (roles: string[]) =>
      request<{ roles: string[] }>(`users/${person}/roles`, { method: 'PUT', body: { roles } }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
}
