import { Problem } from './problem'

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** What a session lacks before it is good for anything. */
const UNFINISHED = new Set(['password-change-required', 'second-factor-setup-required'])

interface RequestOptions {
  method?: string
  /** Sent as JSON, unless it is a form with files. */
  body?: unknown
  query?: Record<string, string | number | boolean | undefined | null>
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** What every request carries beside its own content; set by the session and the language. */
export const connection = {
  csrfToken: '',
  language: 'zh-CN',
  /** Called for 401 and for a session that still lacks something, so that any page can be left for the right one. */
  onLocked: (_problem: Problem) => {},
  /** Called where the session of somebody at work is over. Resolves with whether they have signed in again meanwhile. */
  onExpired: async (): Promise<boolean> => false,
  /** Called whenever no answer came at all. */
  onUnreachable: () => {},
  /** Asks for the password once more; resolves with whether it was given. Nobody asks where no page can. */
  confirm: async (): Promise<boolean> => false,
}

export function address(path: string, query: RequestOptions['query'] = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return `/api/v1/${path}${text ? `?${text}` : ''}`
}

function headersOf(method: string, options: RequestOptions): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': connection.language,
    ...options.headers,
  }
  if (WRITES.has(method) && connection.csrfToken) headers['X-CSRF-Token'] = connection.csrfToken
  if (options.body !== undefined && !(options.body instanceof FormData)) {
    headers['Content-Type'] = 'application/json'
  }
  return headers
}

async function send(path: string, method: string, options: RequestOptions): Promise<Response> {
  const { body } = options
  const payload = body === undefined || body instanceof FormData ? body : JSON.stringify(body)
  try {
    return await fetch(address(path, options.query), {
      method,
      headers: headersOf(method, options),
      body: payload,
      signal: options.signal,
      credentials: 'same-origin',
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    connection.onUnreachable()
    throw Problem.unreachable()
  }
}

/** Signing in is refused with 401 as well, and then nothing is over that was not before. */
const isSigningIn = (path: string, method: string): boolean => path === 'session' && method === 'POST'

/** Whether the session is over, and not merely refused. */
export const isOver = (problem: Problem): boolean => problem.status === 401 && problem.code === 'unauthenticated'

/** Sends a request below `/api/v1/`. Resolves with a successful answer; rejects with a {@link Problem}. */
export async function exchange(path: string, options: RequestOptions = {}): Promise<Response> {
  const method = options.method ?? 'GET'
  let response = await send(path, method, options)
  let problem = response.ok ? undefined : await Problem.of(response)
  const locks = !isSigningIn(path, method)
  if (problem && locks && isOver(problem) && (await connection.onExpired())) {
    response = await send(path, method, options)
    problem = response.ok ? undefined : await Problem.of(response)
  }
  if (problem) {
    if (locks && (problem.status === 401 || UNFINISHED.has(problem.code))) connection.onLocked(problem)
    throw problem
  }
  return response
}

/** The last write that is on its way to each address: what it is, and its answer. */
const underWay = new Map<string, { write: string; answer: Promise<unknown> }>()

/** What a write is; nothing for what is not a write, carries files, or is a question that may be given up. */
function writeOf({ method = 'GET', body, query, headers, signal }: RequestOptions): string | undefined {
  return WRITES.has(method) && !signal && !(body instanceof FormData)
    ? JSON.stringify([method, query, headers, body])
    : undefined
}

/** Does what may need the password once more: where it does, asks for it and tries again. */
export async function confirmed<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    const asked = error instanceof Problem && error.code === 'confirmation-required'
    if (asked && (await connection.confirm())) return action()
    throw error
  }
}

async function answered(path: string, options: RequestOptions): Promise<unknown> {
  const response = await exchange(path, options)
  return response.status === 204 ? undefined : response.json()
}

/**
 * Like {@link exchange}, with the decoded answer; `undefined` for 204. The last write to an address asked for again before it is answered is
 * the same one: a second click comes before any button knows of the first. What was asked for in between makes it another.
 */
export function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const write = writeOf(options)
  const last = underWay.get(path)
  if (write !== undefined && last?.write === write) return last.answer as Promise<T>
  const answer = answered(path, options)
  if (write !== undefined) {
    const sent = { write, answer }
    underWay.set(path, sent)
    const done = () => {
      if (underWay.get(path) === sent) underWay.delete(path)
    }
    answer.then(done, done)
  }
  return answer as Promise<T>
}
