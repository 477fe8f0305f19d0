import { DrizzleQueryError } from 'drizzle-orm'
import pino, { type Logger } from 'pino'

/** What of an error may be written to a log, which is read by more people than the data is. */
interface LoggedError {
  type: string
  message: string
  code?: string
  constraint?: string
  table?: string
  stack?: string
  cause?: LoggedError
}

const textOf = (error: object, name: string): string | undefined => {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : undefined
}

const withoutFirstLines = (stack: string | undefined, message: string): string | undefined =>
  stack?.replace(message, '').replace(/^[^\n]*\n/, '')

/**
 * An error without the values that a statement ran with: drizzle writes them into its message, PostgreSQL into `detail`. The statement
 * itself has placeholders, and stays.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error).slice(0, 200) }
  const message = error instanceof DrizzleQueryError ? `Failed query: ${error.query}` : error.message
  const logged: LoggedError = { type: error.constructor.name, message }
  const optional = {
    code: textOf(error, 'code'),
    constraint: textOf(error, 'constraint_name'),
    table: textOf(error, 'table_name'),
    stack: withoutFirstLines(error.stack, error.message),
  }
  for (const [name, value] of Object.entries(optional)) if (value !== undefined) Object.assign(logged, { [name]: value })
  if (error.cause !== undefined && depth < 3) logged.cause = loggedError(error.cause, depth + 1)
  return logged
}

/** The process's log: JSON lines on standard error, without credentials and without the values of statements. */
export const createLogger = (level: string, destination: pino.DestinationStream = pino.destination({ fd: 2, sync: false })): Logger =>
  pino({ level, redact: ['req.headers.authorization', 'req.headers.cookie'], serializers: { err: loggedError } }, destination)
