import { render, screen } from '@testing-library/react'
import { lazy, Suspense } from 'react'
import { expect, it, vi } from 'vitest'
import { ErrorBoundary } from './error-boundary.tsx'

it('shows what stands in for a page whose code could not be fetched, and leaves what is around it', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const Page = lazy(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')))
  render(
    <div>
      <nav>Ways on</nav>
      <ErrorBoundary broken={(error) => <p>{error instanceof Error ? error.name : 'Broken'}</p>}>
        <Suspense fallback="Loading">
          <Page />
        </Suspense>
      </ErrorBoundary>
    </div>,
  )
  expect(await screen.findByText('TypeError')).toBeDefined()
  expect(screen.getByText('Ways on')).toBeDefined()
  logged.mockRestore()
})
