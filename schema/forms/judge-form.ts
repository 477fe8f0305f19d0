import type { FieldProblem } from '../fields/index.ts'
import type { PaymentType, Resolution } from './form-definition.ts'

/** Cash in whole minor units of its currency (ISO 4217). */
export interface Cash {
  amountMinor: bigint
  currency: string
}

/** The standard questions as they were answered; what was left out is null. */
export interface GivenForm {
  callOccurred: boolean
  leadShowed: boolean | null
  offerMade: boolean | null
  dealClosed: boolean | null
  resolution: Resolution | null
  cashCollected: Cash | null
  paymentType: PaymentType | null
}

/** The same with nothing left open. */
export interface NormalisedForm extends GivenForm {
  leadShowed: boolean
  offerMade: boolean
  dealClosed: boolean
}

export type FormVerdict = { form: NormalisedForm; problems?: undefined } | { form?: undefined; problems: FieldProblem[] }

/**
 * Fills in what follows (a closed deal was offered, an offer needs a lead who showed), and refuses what cannot be: each problem
 * names its field. A deposit is not a close: the payment that completes it is.
 */
export function judgeForm(given: GivenForm): FormVerdict {
  const problems: FieldProblem[] = []
  const refuse = (path: string, message: string) => problems.push({ path, message })
  const { callOccurred, resolution, cashCollected, paymentType } = given
  const dealClosed = given.dealClosed ?? false
  const offerMade = given.offerMade ?? dealClosed
  const leadShowed = given.leadShowed ?? (offerMade || dealClosed)

  if (leadShowed && !callOccurred) refuse('leadShowed', 'The lead cannot have shown up for a call that did not take place.')
  if (offerMade && !leadShowed) refuse('offerMade', 'An offer needs a lead who showed up.')
  if (dealClosed && !leadShowed) refuse('dealClosed', 'A deal cannot be closed with a lead who did not show up.')
  if (dealClosed && !offerMade) refuse('dealClosed', 'A closed deal was offered: say yes to the offer too.')
  if (resolution && callOccurred) refuse('resolution', 'A call that took place was neither canceled nor moved.')
  if (dealClosed && paymentType === 'deposit')
    refuse('paymentType', 'A deposit is not a close. File the close when the payment that completes it comes.')
  if (cashCollected) {
    if (cashCollected.amountMinor <= 0n) refuse('cashCollected', 'Cash collected is more than nothing; leave it out if there was none.')
    if (!dealClosed && paymentType !== 'deposit') refuse('cashCollected', 'Cash needs a closed deal, unless it is a deposit.')
    if (dealClosed && !paymentType) refuse('paymentType', 'Say how the deal is paid.')
    if (paymentType === 'deposit' && !leadShowed) refuse('cashCollected', 'A deposit needs a lead who showed up.')
  }
  if (paymentType && !dealClosed) {
    if (paymentType !== 'deposit') refuse('paymentType', 'Only a closed deal is paid in full or by plan.')
    else if (!cashCollected) refuse('cashCollected', 'A deposit needs the cash that was collected.')
  }
  if (problems.length > 0) return { problems }
  return { form: { callOccurred, leadShowed, offerMade, dealClosed, resolution, cashCollected, paymentType } }
}
