/** One input that is wrong. */
export interface FieldProblem {
  path: string
  message: string
  /** For a program, where there is one: REQUIRED where nothing stands and something has to. */
  code: string | null
}

/** What the API says of one thing that went wrong. */
export interface Problem {
  /** Stable, such as BAD_USER_INPUT, FORBIDDEN, NOT_FOUND, CONFLICT or RATE_LIMITED. */
  code: string
  message: string
  /** The inputs that are wrong, each by its path, such as `cashCollected.amount`. */
  fields: FieldProblem[]
  /** To quote when asking for help. */
  requestId: string | null
  /** In seconds, with RATE_LIMITED. */
  retryAfter: number | null
}

/** The API refused, or failed, in its own words. */
export class ClinchApiError extends Error {
  override name = 'ClinchApiError'

  constructor(
    /** At least one. */
    readonly problems: readonly Problem[],
    /** The HTTP status. */
    readonly status: number,
  ) {
    super(problems.map(({ code, message }) => `${code}: ${message}`).join('; '))
  }

  /** The first problem's code. */
  get code(): string {
    return this.problems[0]?.code ?? 'INTERNAL_SERVER_ERROR'
  }
}

/** No answer of the API came: whether a mutation was done is not known. */
export class ClinchUnreachable extends Error {
  override name = 'ClinchUnreachable'

  constructor(
    cause: unknown,
    /** The HTTP status of what answered instead; null where nothing did. */
    readonly status: number | null = null,
  ) {
    super(status === null ? 'Clinch could not be reached.' : `What answered with status ${status} was not Clinch.`, { cause })
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const textOr = <Other>(value: unknown, other: Other): string | Other => (typeof value === 'string' ? value : other)

/** The `errors` of an answer; null if there are none. */
export function readProblems(errors: unknown): Problem[] | null {
  if (!Array.isArray(errors) || errors.length === 0) return null
  return errors.filter(isRecord).map((error) => {
    const extensions = isRecord(error.extensions) ? error.extensions : {}
    const fields = Array.isArray(extensions.fields) ? extensions.fields.filter(isRecord) : []
    return {
      code: textOr(extensions.code, 'INTERNAL_SERVER_ERROR'),
      message: textOr(error.message, ''),
      fields: fields.map((field) => ({ path: textOr(field.path, ''), message: textOr(field.message, ''), code: textOr(field.code, null) })),
      requestId: textOr(extensions.requestId, null),
      retryAfter: typeof extensions.retryAfter === 'number' ? extensions.retryAfter : null,
    }
  })
}
