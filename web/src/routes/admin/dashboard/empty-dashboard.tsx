import { ButtonLink } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import type { Provider } from '../../../apollo/generated/graphql.ts'
import { processors } from '../../../lib/page-search.ts'
import { useMay } from '../../../lib/viewer.ts'

export interface EmptyDashboardProps {
  /** The providers that are connected already. */
  connected: readonly Provider[]
}

/** A dashboard before the first call and payment: what will stand here and what brings it. */
export function EmptyDashboard({ connected }: EmptyDashboardProps) {
  const mayConnect = useMay('WRITE_CONNECTIONS')
  if (!mayConnect) {
    return (
      <EmptyState title="No figures yet">
        Your calls appear here as soon as one is booked with you, and your money as soon as it is paid.
      </EmptyState>
    )
  }
  const needs = [
    { label: 'Connect a booking tool', met: connected.includes('CALENDLY') || connected.includes('ACUITY') },
    { label: 'Connect a payment processor', met: processors.some((processor) => connected.includes(processor)) },
  ]
  const missing = needs.filter(({ met }) => !met)
  if (missing.length === 0) {
    return (
      <EmptyState
        title="Nothing has arrived yet"
        actions={
          <ButtonLink to="/integrations" variant="primary" size="md">
            Look at the integrations
          </ButtonLink>
        }
      >
        Your tools are connected. The first booking and the first payment will show here.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No figures yet"
      actions={missing.map(({ label }, index) => (
        <ButtonLink key={label} to="/integrations" variant={index === 0 ? 'primary' : 'secondary'} size="md">
          {label}
        </ButtonLink>
      ))}
      footnote="Then add your closers and setters on the team page, so that calls and money are credited to them."
    >
      Connect the tool that your team books with and the one that takes the money. Calls and payments appear here as
      they happen.
    </EmptyState>
  )
}
