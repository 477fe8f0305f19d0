import type { OrganizationRow } from './organization-row.ts'

export interface ActivationStep {
  label: string
  /** When it was taken; null if it was not. */
  at: string | null
}

/** The first steps of an organization, in the order in which they are usually taken. */
export const activationSteps = ({ activation }: Pick<OrganizationRow, 'activation'>): readonly ActivationStep[] => [
  { label: 'Connected', at: activation.connectedAt },
  { label: 'First call', at: activation.firstEventAt },
  { label: 'First form', at: activation.firstFormAt },
  { label: 'First payment', at: activation.firstPaymentAt },
]
