import type { OffPlatformMethod, ReportDecisionKind } from '../../apollo/generated/graphql.ts'
import { providerNames } from '../../lib/provider-names.ts'
import type { ReconciliationMoney_PaymentFragment } from '../../apollo/generated/graphql.ts'

/** Money of either side, as a row shows it. */
export type OneSide = Omit<ReconciliationMoney_PaymentFragment, ' $fragmentName'>

/** How money comes that no processor tells of, as it is offered. */
export const methodWords: Readonly<Record<OffPlatformMethod, string>> = {
  WIRE: 'Wire',
  CASH: 'Cash',
  CHECK: 'Check',
  OTHER: 'Other',
}

/** Whose money it is called. */
export const payerOf = ({ customerName, lead, customerEmail }: OneSide): string =>
  customerName ?? lead?.fullName ?? customerEmail ?? 'Unknown customer'

/** Who told of it. */
export function toldBy({ origin, provider, closer, offPlatformMethod }: OneSide): string {
  if (origin === 'FORM') return closer ? `Reported by ${closer.name}` : 'Reported'
  if (provider) return providerNames[provider]
  return offPlatformMethod ? `${methodWords[offPlatformMethod]}, entered by hand` : 'Import'
}

/** What was decided, as its history tells it. */
export const decisionWords: Readonly<Record<ReportDecisionKind, string>> = {
  MATCHED: 'Matched with a payment',
  KEPT_APART: 'Kept apart',
  CONFIRMED: 'Confirmed as paid off-platform',
  REJECTED: 'Rejected',
  REOPENED: 'Undone',
}
