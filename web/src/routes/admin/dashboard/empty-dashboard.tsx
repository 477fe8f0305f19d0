import { ButtonLink } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { useMay } from '../../../lib/viewer.ts'

export interface EmptyDashboardProps {
  /** The providers that are connected already. */
  connected: readonly ('CALENDLY' | 'STRIPE')[]
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
  const missing = (['CALENDLY', 'STRIPE'] as const).filter((provider) => !connected.includes(provider))
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
        Calendly and Stripe are connected. The first booking and the first payment will show here.
      </EmptyState>
    )
  }
  const names = { CALENDLY: 'Connect Calendly', STRIPE: 'Connect Stripe' }
  return (
    <EmptyState
      title="No figures yet"
      actions={missing.map((provider, index) => (
        <ButtonLink key={provider} to="/integrations" variant={index === 0 ? 'primary' : 'secondary'} size="md">
          {names[provider]}
        </ButtonLink>
      ))}
      footnote="Then add your closers and setters on the team page, so that calls and money are credited to them."
    >
      Connect the tool that your team books with and the one that takes the money. Calls and payments appear here as
      they happen.
    </EmptyState>
  )
}
