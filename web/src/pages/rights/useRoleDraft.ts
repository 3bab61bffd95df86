import { useCallback, useMemo, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { asProblem } from '~/api/problem'
import { roleOptions, useChangeRole, type Grant, type Role } from '~/api/roles'
import { differences } from './grants'

/** A role while it is edited: what was changed of it, and saving it over nobody's head. */
export function useRoleDraft(role: Role & { id: string }) {
  const client = useQueryClient()
  const save = useChangeRole(role.id)
  const [base, setBase] = useState(role)
  const [draft, setDraft] = useState(role)
  const [theirs, setTheirs] = useState<Role>()
  const changedGrants = useMemo(() => differences(draft.grants, base.grants), [draft.grants, base.grants])
  const changed =
    changedGrants.length > 0 ||
    draft.name !== base.name ||
    (draft.description ?? '') !== (base.description ?? '') ||
    draft.initial !== base.initial

  const set = (change: Partial<Pick<Role, 'name' | 'description' | 'initial'>>) => setDraft({ ...draft, ...change })
  const setGrant = useCallback(
    (grant: Grant) =>
      setDraft((before) => ({
        ...before,
        grants: before.grants.map((each) => (each.object === grant.object ? grant : each)),
      })),
    [],
  )
  /** Begins anew from what the server has. */
  const adopt = (next: Role) => {
    const known = { ...next, id: role.id }
    setBase(known)
    setDraft(known)
    setTheirs(undefined)
    save.reset()
  }
  const submit = async (version = base.version): Promise<boolean> => {
    const { name, description, initial, grants } = draft
    try {
      adopt(await save.mutateAsync({ name, description, initial, grants, version }))
      return true
    } catch (error) {
      // Somebody else was faster: theirs is shown beside, and nothing typed is lost.
      if (asProblem(error).status === 412)
        setTheirs(await client.fetchQuery({ ...roleOptions(role.id), staleTime: 0 }).catch(() => undefined))
      return false
    }
  }
  const problem = save.error && !theirs ? asProblem(save.error) : undefined
  return {
    draft,
    changed,
    changedGrants,
    theirs,
    problem,
    isPending: save.isPending,
    set,
    setGrant,
    adopt,
    discard: () => adopt(base),
    submit,
  }
}

export type RoleDraft = ReturnType<typeof useRoleDraft>
