import { ButtonLink } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <main className="flex min-h-dvh flex-col">
      <title>Not found · Clinch</title>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        title="There is no such page"
        actions={
          <ButtonLink to="/" variant="primary" size="md">
            Go to the dashboard
          </ButtonLink>
        }
      >
        The link may be old, or a letter of it lost on the way.
      </EmptyState>
    </main>
  )
}
