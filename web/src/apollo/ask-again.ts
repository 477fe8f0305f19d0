import { ApolloLink, Observable } from '@apollo/client'
import { OperationTypeNode } from 'graphql'

/** So often a page asks by itself before it says that the answer cannot be had. */
const attemptsAtMost = 3

/** How long until a server that was too busy for a part of the answer wants to be asked again, in ms; null where it was not. */
function busyForMs({ errors }: ApolloLink.Result): number | null {
  const waits = errors?.flatMap(({ extensions }) =>
    extensions?.code === 'PROVIDER_UNAVAILABLE' &&
    extensions.provider === 'database' &&
    typeof extensions.retryAfter === 'number'
      ? [extensions.retryAfter * 1_000]
      : [],
  )
  return waits && waits.length > 0 ? Math.max(...waits) : null
}

/**
 * Asks again what a busy server could not answer, so that a page that loads by itself heals by itself. What writes is for people to press
 * again. Pages that were refused together come again spread over half as long as they were told to wait.
 */
export const askAgain = new ApolloLink((operation, forward) => {
  if (operation.operationType !== OperationTypeNode.QUERY) return forward(operation)
  return new Observable((observer) => {
    const asked: { unsubscribe: () => void }[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = (attempt: number) => {
      let again = false
      const next = (result: ApolloLink.Result) => {
        const busyMs = attempt < attemptsAtMost ? busyForMs(result) : null
        if (busyMs === null) return observer.next(result)
        again = true
        timer = setTimeout(() => ask(attempt + 1), busyMs * (0.75 + Math.random() / 2))
      }
      const error = (problem: unknown) => observer.error(problem)
      asked.push(forward(operation).subscribe({ next, error, complete: () => again || observer.complete() }))
    }
    ask(1)
    return () => {
      clearTimeout(timer)
      for (const each of asked) each.unsubscribe()
    }
  })
})
