import type { NormalisedForm } from './judge-form.ts'

/** How a call ended, as figures know it. */
export type Outcome = 'no_show' | 'no_offer' | 'offer_made' | 'closed' | 'canceled' | 'rescheduled'

type HowItEnded = Pick<NormalisedForm, 'callOccurred' | 'leadShowed' | 'offerMade' | 'dealClosed' | 'resolution'>

/** The outcome that a form's answers amount to. */
export function outcomeOf({ callOccurred, leadShowed, offerMade, dealClosed, resolution }: HowItEnded): Outcome {
  if (!callOccurred && resolution) return resolution
  if (!leadShowed) return 'no_show'
  return dealClosed ? 'closed' : offerMade ? 'offer_made' : 'no_offer'
}

const words: Readonly<Record<Outcome, string>> = {
  no_show: 'that the lead did not show up',
  no_offer: 'that no offer was made',
  offer_made: 'that an offer was made and not taken',
  closed: 'that the deal was closed',
  canceled: 'that the call was canceled',
  rescheduled: 'that the call was moved',
}

/** Why an entry of the organization's call outcomes cannot be chosen beside these answers; null where it can. */
export function outcomeProblem(form: HowItEnded, chosen: { label: string; outcome: Outcome }): string | null {
  const said = outcomeOf(form)
  return said === chosen.outcome ? null : `“${chosen.label}” means ${words[chosen.outcome]}; the answers say ${words[said]}.`
}
