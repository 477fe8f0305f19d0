import { defineFact } from '../../../kernel/define-fact.ts'

/** A user is no member any more: what named them in this organization lets them go. */
export const memberGone = defineFact<{ userId: string }>()

/**
 * An organization may be active again: its plan was set, its trial extended, or it was opened or kept. What was held back for it is
 * released, if it really is. May be announced in a transaction of no tenant.
 */
export const organizationReopened = defineFact<{ organizationId: string }>()

/** The organization reports in another currency, or by the days of another time zone: what was converted for it is converted anew. */
export const reportingChanged = defineFact<object>()

/** Other days than before may lie between reported cash and the payment that it is: what is the same money is decided anew. */
export const matchingChanged = defineFact<object>()
