import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors'
import type { FormResult, WayOut } from '../lib/form-result.ts'
import { UnreachableError } from './unreachable-error.ts'

/** One thing wrong with the input: where, as the caller wrote it (`cashCollected.amount`), and what. */
export interface FieldProblem {
  path: string
  message: string
}

/** An error as a page shows it. */
export interface ReadableError {
  /** The API's code; `NETWORK` when no answer came. */
  code: string
  /** What happened. */
  title: string
  /** What to do. */
  advice: string
  /** To quote when asking for help. */
  requestId?: string
  fields: readonly FieldProblem[]
  /** Where something can be done about it. */
  wayOut?: WayOut
}

interface Words {
  title: string
  advice: string
  wayOut?: WayOut
}

const seePlans: WayOut = { label: 'See the plans', to: '/settings?tab=plan' }

const words: Readonly<Record<string, Words>> = {
  UNAUTHENTICATED: { title: 'You are signed out', advice: 'Sign in again; what you were looking at is kept.' },
  FORBIDDEN: { title: 'Your role does not allow this', advice: 'Ask an owner or an admin of the organization.' },
  NOT_FOUND: {
    title: 'There is no such record',
    advice: 'It may have been removed, or the link may be for another organization.',
  },
  BAD_USER_INPUT: { title: 'Something has to be corrected', advice: 'Look at the fields that are marked.' },
  CONFLICT: { title: 'Somebody else changed this meanwhile', advice: 'Load it again, then make your change.' },
  PLAN_LIMIT: {
    title: 'Your plan allows no more of these',
    advice: 'Nothing was changed. A larger plan allows more.',
    wayOut: seePlans,
  },
  TRIAL_EXPIRED: {
    title: 'The trial is over, so nothing can be changed',
    advice: 'Nothing is lost: choose a plan to go on.',
    wayOut: seePlans,
  },
  RATE_LIMITED: { title: 'Too many requests', advice: 'Wait a little, then try again.' },
  QUERY_TOO_COMPLEX: { title: 'This asks for too much at once', advice: 'Choose a shorter period or fewer filters.' },
  PROVIDER_UNAVAILABLE: {
    title: 'The provider is not answering',
    advice: 'Nothing is lost. Try again in a few minutes.',
  },
  INTERNAL_SERVER_ERROR: {
    title: 'Something went wrong on our side',
    advice: 'Nothing is lost. Try again in a minute.',
  },
  NETWORK: {
    title: 'The server could not be reached',
    advice: 'Check your connection, then try again. What you typed is kept.',
  },
}

/** Codes whose message from the server says more than our general words, and is written for a person. */
const speaking = new Set([
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'PLAN_LIMIT',
  'RATE_LIMITED',
  'PROVIDER_UNAVAILABLE',
])

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isFieldProblem = (value: unknown): value is FieldProblem =>
  isRecord(value) && typeof value.path === 'string' && typeof value.message === 'string'

const told = (
  code: string,
  message: string | null,
  requestId: unknown,
  fields: readonly FieldProblem[] = [],
): ReadableError => {
  const known = words[code] ?? words.INTERNAL_SERVER_ERROR ?? { title: code, advice: '' }
  const title = message !== null && message !== '' && speaking.has(code) ? message.replace(/\.$/, '') : known.title
  return {
    code,
    title,
    advice: known.advice,
    fields,
    ...(known.wayOut ? { wayOut: known.wayOut } : {}),
    ...(typeof requestId === 'string' ? { requestId } : {}),
  }
}

const codeOfStatus = (status: number): string => {
  if (status === 401) return 'UNAUTHENTICATED'
  if (status === 403) return 'FORBIDDEN'
  if (status === 429) return 'RATE_LIMITED'
  return 'INTERNAL_SERVER_ERROR'
}

/** Turns whatever a query, a mutation or a form threw into words: what happened, what to do, which fields, which request. */
export function readError(error: unknown): ReadableError {
  if (CombinedGraphQLErrors.is(error)) {
    const [first] = error.errors
    const extensions = first?.extensions ?? {}
    const code = typeof extensions.code === 'string' ? extensions.code : 'INTERNAL_SERVER_ERROR'
    const fields = Array.isArray(extensions.fields) ? extensions.fields.filter(isFieldProblem) : []
    return told(code, first?.message ?? null, extensions.requestId, fields)
  }
  if (ServerError.is(error) || ServerParseError.is(error)) {
    return told(codeOfStatus(error.statusCode), null, error.response.headers.get('x-request-id'))
  }
  return told(error instanceof UnreachableError ? 'NETWORK' : 'INTERNAL_SERVER_ERROR', null, undefined)
}

/** What a form says of a refused send: at the first of its own fields that is concerned, else over the form as a whole. */
export function refusalOf<FieldName extends string>(
  error: unknown,
  fieldNames: readonly FieldName[],
): FormResult<FieldName> {
  const { code, title, advice, requestId, fields, wayOut } = readError(error)
  for (const { path, message } of fields) {
    const field = fieldNames.find((name) => path === name || path.startsWith(`${name}.`))
    if (field !== undefined) return { ok: false, field, message: message.replace(/\.$/, '') }
  }
  if (wayOut) return { ok: false, message: title, wayOut }
  if (speaking.has(code)) return { ok: false, message: title }
  return { ok: false, message: `${title}. ${advice}${requestId ? ` Request ${requestId}` : ''}` }
}
