import type { AttributionFacts, CandidateEvent } from './attribution-facts.ts'

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

/** What matching by the customer's e-mail address or phone number came to, in a sentence or two. */
export function explainMatch(
  { payment, match, windowDays }: AttributionFacts,
  rule: 'matched_past' | 'matched_coming',
  event: CandidateEvent | null,
): string {
  if (!match) {
    if (rule === 'matched_coming') return 'No lead is known for it, so there is no call to look at.'
    const told = [payment.customerEmail, payment.customerPhone].filter((value) => value !== null)
    return told.length > 0 ? `Nobody on file has ${told.join(' or ')}.` : 'The payment names no email and no phone.'
  }
  if (rule === 'matched_coming') {
    return event
      ? `Yes, with ${match.leadName} on ${instantInWords(event.scheduledAt)}.`
      : `No. ${match.leadName} has no coming call that was booked before the payment.`
  }
  const whose = {
    email: `is the email of ${match.leadName}`,
    alternate_email: `is an alternate email of ${match.leadName}`,
    phone: `is the phone of ${match.leadName}`,
  }[match.by]
  const call = event
    ? `Their most recent call before it was on ${instantInWords(event.scheduledAt)}.`
    : `They have no call that still stands in the ${windowDays} days before the payment.`
  return `${match.value} ${whose}. ${call}`
}
