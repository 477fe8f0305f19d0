/** The closed set of reasons why a call is refused. The GraphQL layer hands `code` to the caller as it stands. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'PLAN_LIMIT'
  | 'TRIAL_EXPIRED'
  | 'RATE_LIMITED'
  | 'QUERY_TOO_COMPLEX'
  | 'PROVIDER_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR'

export interface FieldProblem {
  /** Where in the input, as the caller wrote it: `cashCollected.amount`. */
  path: string
  message: string
  /** For a program, where it can do something about it: nothing stands where something has to. */
  code?: 'REQUIRED'
}

/** A refusal that its caller may read: the message is for a person, the code for a program. */
export class ClinchError extends Error {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'ClinchError'
    this.code = code
    this.details = details
  }
}

export const unauthenticated = (message = 'Sign in first.') => new ClinchError('UNAUTHENTICATED', message)

/** `required` names the role or scope that the call needs. */
export const forbidden = (message: string, required: string) => new ClinchError('FORBIDDEN', message, { required })

/** Another tenant's row and a row that does not exist answer exactly alike. */
export const notFound = (what: string) => new ClinchError('NOT_FOUND', `There is no such ${what}.`)

export const badInput = (fields: readonly FieldProblem[]) =>
  new ClinchError('BAD_USER_INPUT', fields.map((field) => field.message).join(' '), { fields })

export const conflict = (message: string, fields: readonly FieldProblem[] = []) => new ClinchError('CONFLICT', message, { fields })

/** Something that the plan allows only so many of. */
export const planLimit = (message: string, details: { limit: number; used: number; plan: string }) =>
  new ClinchError('PLAN_LIMIT', message, details)

/** A write while the organization can only be read. */
export const trialExpired = () =>
  new ClinchError('TRIAL_EXPIRED', 'The trial is over, so nothing can be changed. Nothing is lost: choose a plan to go on.')

/** Too often in too short a time; it may be tried again after so many seconds. */
export const rateLimited = (message: string, retryAfterSeconds: number) =>
  new ClinchError('RATE_LIMITED', `${message} Try again in ${waitInWords(retryAfterSeconds)}.`, { retryAfter: retryAfterSeconds })

/** Rounded up, so that whoever waits for so long is let in. */
const waitInWords = (seconds: number): string => {
  if (seconds <= 120) return `${seconds} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes <= 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`
}

/** A provider that does not answer, or may not be called now; it may be tried again after so many seconds. Nothing was lost by it. */
export const providerUnavailable = (message: string, retryAfterSeconds: number) =>
  new ClinchError('PROVIDER_UNAVAILABLE', message, { retryAfter: Math.max(1, retryAfterSeconds) })

/** Whether something failed because a provider cannot be called now. */
export const isUnavailable = (error: unknown): error is ClinchError => error instanceof ClinchError && error.code === 'PROVIDER_UNAVAILABLE'
