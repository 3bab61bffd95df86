/** One complaint of the server about one part of a request; `path` names the attribute, as in `lines[0].product`. */
export interface FieldError {
  path: string
  code: string
  message: string
  args?: readonly unknown[]
}

interface ProblemBody {
  type?: string
  code?: string
  title?: string
  status?: number
  detail?: string
  errors?: FieldError[]
  [member: string]: unknown
}

/** What is wrong with the request as a whole says more than the kind of problem it is. */
const wholeReason = (errors: FieldError[] = []): string =>
  errors
    .filter((error) => error.path === '')
    .map((error) => error.message)
    .join(' ')

/**
 * An answer that is not a success: a `problem+json` of the server, or status 0 when no answer came at all. The message is
 * the most telling sentence the server gave, and empty where it gave none.
 */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: FieldError[]
  /** Every member of the answer, for those that only one problem has, such as `current` of a 412. */
  readonly members: Readonly<Record<string, unknown>>

  constructor(status: number, body: ProblemBody = {}) {
    const title = body.title ?? ''
    super(wholeReason(body.errors) || body.detail || title)
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? body.type?.split('/').pop() ?? ''
    this.title = title
    this.detail = body.detail ?? ''
    this.errors = body.errors ?? []
    this.members = body
  }

  static async of(response: Response): Promise<Problem> {
    const isJson = response.headers.get('content-type')?.includes('json')
    const body = isJson ? ((await response.json()) as ProblemBody) : {}
    return new Problem(response.status, body)
  }

  static unreachable(): Problem {
    return new Problem(0)
  }

  get isOffline(): boolean {
    return this.status === 0
  }
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(0, { detail: error instanceof Error ? error.message : String(error) })

/** The messages by attribute name; `lines[0].product` counts for `lines` too. */
export function errorsByAttribute(errors: readonly FieldError[]): Record<string, string> {
  const messages: Record<string, string> = {}
  for (const { path, message } of errors) {
    const attribute = /^[^.[]*/.exec(path)?.[0] ?? path
    messages[attribute] = messages[attribute] ? `${messages[attribute]} ${message}` : message
  }
  return messages
}
