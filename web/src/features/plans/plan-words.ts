import type { OrganizationPlan } from '../../apollo/generated/graphql.ts'

/** What the plans are called. */
export const planNames: Readonly<Record<OrganizationPlan, string>> = {
  TRIAL: 'Trial',
  STARTER: 'Starter',
  PROFESSIONAL: 'Professional',
  ENTERPRISE: 'Enterprise',
}
