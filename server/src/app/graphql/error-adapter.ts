import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLErrorExtensions, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { ListRequestError } from '../../database/list-request-error.ts'
import { CommitOutcomeUnknown, DatabaseUnavailable } from '../../database/database-errors.ts'
import { explainDatabaseError } from '../../kernel/constraint-errors.ts'
import { badInput, ClinchError, type ErrorCode } from '../../kernel/errors.ts'
import { SearchTooLong } from '../../lib/like-pattern.ts'
import { withoutValues } from './without-values.ts'

/** Codes of graphql itself, in our own. */
const codeOf: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  QUERY_TOO_COMPLEX: 'QUERY_TOO_COMPLEX',
  RATE_LIMITED: 'RATE_LIMITED',
}

/**
 * The one place where errors become what callers see: a code of the closed set, a message for a person, the request id. What is
 * not meant for them is logged under that id, and answered as INTERNAL_SERVER_ERROR.
 */
export function toPublicError(error: unknown, requestId: string, logger: Logger): GraphQLFormattedError {
  const graphql = error instanceof GraphQLError ? error : null
  const cause = ours(graphql ? unwrapResolverError(graphql) : error)
  const place = {
    ...(graphql?.locations ? { locations: graphql.locations.slice(0, mostLocations) } : {}),
    ...(graphql?.path ? { path: graphql.path } : {}),
  }
  if (cause instanceof ClinchError) {
    if (refusals.has(cause.code)) logger.info({ security: true, code: cause.code, requestId, path: graphql?.path }, 'refused')
    return { message: cause.message, ...place, extensions: { code: cause.code, ...cause.details, requestId } }
  }
  if (graphql && cause === graphql) {
    const { code, fields, cost, limit, retryAfter } = extensionsOf(graphql)
    const known = typeof code === 'string' ? codeOf[code] : isRequestError(graphql) ? 'BAD_USER_INPUT' : undefined
    if (known)
      return {
        message: shortened(withoutValues(graphql)),
        ...place,
        extensions: { code: known, ...defined({ fields, cost, limit, retryAfter }), requestId },
      }
  }
  logger.error({ err: cause, requestId, path: graphql?.path }, 'unexpected error')
  return {
    message: `Something went wrong on our side. If it happens again, tell support the id ${requestId}.`,
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  }
}

/** What a rule or a door refuses: one that repeats is a sign of somebody trying doors. */
const refusals: ReadonlySet<ErrorCode> = new Set(['UNAUTHENTICATED', 'FORBIDDEN'])

const longestMessage = 500
const mostLocations = 5

/** graphql names what it was sent, however long that is. */
const shortened = (message: string): string => (message.length <= longestMessage ? message : `${message.slice(0, longestMessage)}…`)

function ours(error: unknown): unknown {
  if (error instanceof SearchTooLong) return badInput([{ path: 'search', message: error.message }])
  if (error instanceof ListRequestError) return badInput([{ path: error.path, message: error.message }])
  // drizzle wraps what its driver throws.
  if (error instanceof Error && error.cause instanceof DatabaseUnavailable) return ours(error.cause)
  if (error instanceof DatabaseUnavailable) {
    return new ClinchError('PROVIDER_UNAVAILABLE', 'The database is busy or out of reach. Nothing was changed. Try again in a moment.', {
      provider: 'database',
      retryAfter: 2,
    })
  }
  if (error instanceof CommitOutcomeUnknown) {
    return new ClinchError(
      'PROVIDER_UNAVAILABLE',
      'The connection was lost while saving, so it is not known whether it was saved. Look before you try again.',
      {
        provider: 'database',
        retryAfter: 2,
      },
    )
  }
  return explainDatabaseError(error)
}

/** Errors that compiled operations make by themselves have none. */
const extensionsOf = (error: { readonly extensions?: GraphQLErrorExtensions }): GraphQLErrorExtensions => error.extensions ?? {}

/** An error of the request's own text or variables arose outside of any resolver, and of nothing but what graphql says itself. */
const isRequestError = ({ path, originalError }: GraphQLError): boolean =>
  path === undefined && (originalError === undefined || originalError instanceof GraphQLError)

const defined = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
