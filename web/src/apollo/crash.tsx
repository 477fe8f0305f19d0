import { useState } from 'react'
import { Button } from '../components/button.tsx'
import { ErrorState } from '../components/error-state.tsx'
import { readError } from './read-error.ts'

/** A page's code that is not there any more, because a newer release has taken its place. */
const isStaleRelease = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script failed/i.test(error.message)

/** In place of a page that broke, or whose code could not be fetched. Says so instead of going blank. */
export function Crash({ error }: { error: unknown }) {
  const [at] = useState(() => new Date())
  const stale = isStaleRelease(error)
  const { title, advice, requestId } = readError(error)
  return (
    <main className="flex min-h-dvh flex-col">
      <title>Something went wrong · Clinch</title>
      <h1 className="sr-only">Something went wrong</h1>
      <ErrorState
        title={stale ? 'This page has to be loaded again' : title}
        advice={
          stale ? 'A newer version of Clinch is out, or the connection was lost while the page was fetched.' : advice
        }
        requestId={requestId}
        at={at}
        actions={
          <Button variant="primary" size="md" onClick={() => window.location.reload()}>
            Load again
          </Button>
        }
      />
    </main>
  )
}
