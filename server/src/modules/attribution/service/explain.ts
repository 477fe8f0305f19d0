import type { AttributionFacts, CandidateEvent, KnownCustomer } from './attribution-facts.ts'

const words = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant as every reader can take it: "Nov 19, 2026, 14:00 UTC". */
export const instantInWords = (instant: Date): string => `${words.format(instant)} UTC`

/** What matching by what is known of the customer came to, in a sentence or two. */
export function explainMatch(facts: AttributionFacts, rule: 'matched_past' | 'matched_coming', event: CandidateEvent | null): string {
  const { match, windowDays } = facts
  if (!match) return rule === 'matched_coming' ? 'No lead is known for it, so there is no call to look at.' : explainNobody(facts)
  if (rule === 'matched_coming') {
    return event
      ? `Yes, with ${match.leadName} on ${instantInWords(event.scheduledAt)}.`
      : `No. ${match.leadName} has no coming call that was booked before the payment.`
  }
  const call = event
    ? `Their most recent call before it was on ${instantInWords(event.scheduledAt)}.`
    : `They have no call that still stands in the ${windowDays} days before the payment.`
  return `${explainIdentity(match)} ${call}`
}

function explainIdentity({ by, value, leadName, through }: KnownCustomer): string {
  if (by !== 'customer')
    return `${value} ${{ email: 'is the email', alternate_email: 'is an alternate email', phone: 'is the phone' }[by]} of ${leadName}.`
  const said = through ? `: their payment of ${instantInWords(through.paidAt)} says so by its ${through.how}` : ''
  return `The processor’s customer ${value} is ${leadName}${said}.`
}

function explainNobody({ payment, contradictory }: AttributionFacts): string {
  const told = [payment.customerEmail, payment.customerPhone].filter((value) => value !== null)
  const own = told.length > 0 ? `Nobody on file has ${told.join(' or ')}.` : 'The payment names no email and no phone.'
  if (payment.customerRef === null) return own
  if (contradictory.length > 0)
    return `${own} Other payments of the processor’s customer ${payment.customerRef} are of ${contradictory.join(' and of ')}, so it is not known whose this one is.`
  return `${own} No other payment of the processor’s customer ${payment.customerRef} says who they are.`
}
