import { ErrorState } from '../components/error-state.tsx'
import { readError } from './read-error.ts'

export interface LoadErrorProps {
  /** What did not load, in the page's words: `The calls did not load`. */
  title: string
  error: unknown
  onRetry: () => void
}

/** In place of what did not load: why that is, what to do, and the request to quote. */
export function LoadError({ title, error, onRetry }: LoadErrorProps) {
  const { title: reason, advice, requestId } = readError(error)
  return <ErrorState title={title} advice={`${reason}. ${advice}`} requestId={requestId} onRetry={onRetry} />
}
