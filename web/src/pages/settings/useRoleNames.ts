import { useQuery } from '@tanstack/react-query'
import { roleNamesOptions } from '~/api/providers'

/** What people call a role by its code. */
export function useRoleNames() {
  const { data } = useQuery(roleNamesOptions)
  return (code: string) => data?.items.find((role) => (role.code ?? role.id) === code)?.name ?? code
}
