import { render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { createMemoryRouter, RouterProvider, useLocation } from 'react-router'
import { TooltipProvider } from '../components/tooltip.tsx'

function Address() {
  const { pathname, search } = useLocation()
  return <output aria-label="address" hidden>{`${pathname}${search}`}</output>
}

export interface Shown {
  user: UserEvent
  container: HTMLElement
  /** Where the router is, path and search. */
  address: () => string
}

/** Renders something as a page would hold it: inside a router and what else components count on. */
export function show(element: ReactElement, { at = '/' }: { at?: string } = {}): Shown {
  const page = (
    <TooltipProvider>
      {element}
      <Address />
    </TooltipProvider>
  )
  const router = createMemoryRouter([{ path: '*', element: page }], { initialEntries: [at] })
  const { container } = render(<RouterProvider router={router} />)
  return {
    user: userEvent.setup(),
    container,
    address: () => container.ownerDocument.querySelector('output[aria-label="address"]')?.textContent ?? '',
  }
}
