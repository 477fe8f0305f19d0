import { defineFact } from '../../../kernel/define-fact.ts'

/** A payment became known, or something changed that decides to whom it is credited. */
export const paymentChanged = defineFact<{ paymentId: string }>()
