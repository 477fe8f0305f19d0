import { defineFact } from '../../../kernel/define-fact.ts'

/** A payment became known, or something changed that decides to whom it is credited. */
export const paymentChanged = defineFact<{ paymentId: string }>()

/** The rule ties these reports and payments otherwise than before: a payment may stand for another report now, or for none. */
export const reportsMatched = defineFact<{ paymentIds: readonly string[] }>()
