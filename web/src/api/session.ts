import { useEffect } from 'react'
import { queryOptions, useMutation, useQuery, useQueryClient, type Query } from '@tanstack/react-query'
import { connection, request } from './client'
import { expiry } from './expiry'
import { asProblem } from './problem'
import type { Session } from './types'

const KEY = ['session']

/** Writes need the token of the present session, so whoever learns of a session puts it into the connection. */
function adopt(session: Session): Session {
  connection.csrfToken = session.csrfToken
  return session
}

async function currentSession(): Promise<Session | null> {
  try {
    return adopt(await request<Session>('session'))
  } catch (error) {
    if (asProblem(error).status === 401) return null
    throw error
  }
}

/** Who is signed in; `null` when nobody is. Without a connection that is said at once: there is no page to wait in. */
export const sessionQuery = queryOptions({
  queryKey: KEY,
  queryFn: currentSession,
  staleTime: Infinity,
  retry: false,
  networkMode: 'always',
})

/** The session of a page that is only shown to somebody signed in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('This page is shown only to somebody signed in')
  return data
}

/** Whether an administrator sees what somebody else sees: whatever changes something is refused meanwhile, and not offered. */
export const useLooking = () => Boolean(useSession().viewedBy)

/** What the door has to ask for. */
export const doorQuery = queryOptions({
  queryKey: ['door'],
  queryFn: ({ signal }) => request<{ tenantNeeded: boolean; language: string | null }>('sign-in', { signal }),
  staleTime: Infinity,
})

/** The door is the same for everybody, and still on the screen: without what it knows it would ask again. */
const isOfSomebody = ({ queryKey: [first] }: Query) => first !== KEY[0] && first !== 'door'

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (credentials: { login: string; password: string; tenant?: string; code?: string }) =>
      adopt(await request<Session>('session', { method: 'POST', body: credentials })),
    onSuccess: (session) => {
      client.removeQueries({ predicate: isOfSomebody })
      client.setQueryData(KEY, session)
    },
  })
}

/** Signs the same person in again without leaving the page; somebody else begins with a page of their own. */
export function useRenewal() {
  const client = useQueryClient()
  const { user, tenant } = useSession()
  return useMutation({
    mutationFn: async (credentials: { password: string; code?: string }) =>
      adopt(
        await request<Session>('session', {
          method: 'POST',
          body: { login: user.login, tenant: tenant.slug, ...credentials },
        }),
      ),
    onSuccess: (session) => {
      client.setQueryData(KEY, session)
    },
  })
}

export function useSignOut() {
  return useMutation({
    /** Answers where the identity provider's session is ended; null where there is none. */
    mutationFn: async () => {
      // Asked first: afterwards nobody knows any more where the session began.
      const { address } = await request<{ address: string | null }>('session/provider').catch(() => ({ address: null }))
      await request<void>('session', { method: 'DELETE' })
      return address
    },
    onMutate: () => expiry.leave(true),
    onError: () => expiry.leave(false),
    onSuccess: (elsewhere) => {
      if (elsewhere) window.location.assign(elsewhere)
    },
  })
}

/**
 * For the page that is shown after signing out: forgets who was there and what they saw. Not before, for without a session
 * their own page cannot be shown.
 */
export function useForgettingWhoLeft() {
  const client = useQueryClient()
  useEffect(() => {
    if (!expiry.hasLeft) return
    expiry.hasLeft = false
    client.removeQueries({ predicate: isOfSomebody })
    client.setQueryData(KEY, null)
  }, [client])
}

export function useSaveLanguage() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (language: string) =>
      adopt(await request<Session>('session', { method: 'PATCH', body: { language } })),
    onSuccess: (session) => client.setQueryData(KEY, session),
  })
}

export function useChangePassword() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (passwords: { current: string; password: string }) => {
      await request<void>('session/password', { method: 'PUT', body: passwords })
      // Some servers rotate the session with the password; ask again rather than guess.
      client.setQueryData(KEY, await currentSession())
    },
  })
}

/** Begins to see what somebody else sees, or ends it. Everything on the screen was another person's, so the page begins anew. */
export function useViewAs() {
  return useMutation({
    mutationFn: (person: string | null) =>
      person
        ? request<unknown>('session/view-as', { method: 'POST', body: { user: { id: person } } })
        : request<unknown>('session/view-as', { method: 'DELETE' }),
    onSuccess: () => window.location.assign('/'),
  })
}
