import type { Random } from './random.ts'
import type { Booking } from './truth.ts'

const noShow = [
  'No show. Waited 10 min, texted twice, nothing back.',
  '{first} never joined. Sent the reschedule link.',
  'Not there. Called, went to voicemail.',
  'No show, second reminder bounced too. Setter will try again tomorrow.',
  'Replied 20 min in that they forgot. Told them to rebook.',
] as const

const noOffer = [
  'Nice call but way too early. {trade} just opened, no revenue to speak of. Sent the free course.',
  'Not a fit: wants done-for-you, not coaching.',
  '{first} only wanted pricing advice for the {trade}. No offer made.',
  'Connection kept dropping, got through half of the questions. No pitch.',
  'Looking for a job, not a program. Wrapped up after 10 min.',
  'Needs their business partner on the call before it makes sense to talk money.',
  'Under $5k a month and two kids in daycare. Not pushing this one.',
] as const

const offerMade = [
  'Pitched {package}. Wants to talk to spouse first, very warm.',
  '{first} likes it, {money} is tight until the end of the quarter. Follow up in two weeks.',
  'Good pain, runs {a trade}, stuck at the same revenue for a year. Asked for the weekend to think.',
  'Pitched in full, then the plan. Burned by another program last year, trust is the issue.',
  'Comparing us with one other coach. Sent two case studies from {trade} clients.',
  'Offer made, price objection. Offered the 3-pay, will decide by Friday.',
  'Solid call. Partner holds the purse, they will watch the recording together.',
  'Wants to start but card limit is too low, sorting it out with the bank.',
  'Said yes to everything except the date. Ghost risk, keep close.',
] as const

const deposit = [
  'Took a deposit to hold the spot, rest on the follow-up. Waiting on a transfer between accounts.',
  'Deposit paid on the call. {first} wants to go over the schedule once more before the balance.',
  'Put a deposit down while on the phone. Remainder when the partner is back from travel.',
] as const

const closed = [
  'Closed on {package}. {first} runs {a trade}, starts Monday.',
  'Easy one, had watched every video. {package}, wants a co-founder on the first session.',
  'Closed after the money talk. Main goal: get out of the day-to-day at the {trade}.',
  'Almost lost it on price, the plan saved it. Send onboarding today please.',
  '{package}! Asked to be paired with another {trade}.',
  'Signed on the call. Nervous buyer, give them a quick welcome call.',
  'Closed. Referred by a friend, ask for the referral bonus.',
] as const

const wired = [
  'Closed, paid by wire to the business account. Receipt is in the shared drive.',
  'Company card was declined twice, so accounting sent a wire. Confirmed with Nora.',
  'Paid by bank transfer, should not show up in Stripe.',
] as const

/** What closers add now and then, by how the call went. */
const afterthoughts: Readonly<Record<'no_show' | 'no_offer' | 'offer_made' | 'closed', readonly string[]>> = {
  no_show: ['Third one from this campaign this week.', 'Try mornings instead.', 'Removing from my list if it happens again.'],
  no_offer: [
    'Might be worth another look in six months.',
    'Setter should ask about revenue first.',
    'Friendly though, could refer people.',
    'Down as {revenue}, turned out to be less.',
  ],
  offer_made: [
    'Says revenue is {revenue}.',
    'Reads everything, send numbers not stories.',
    'Talked for most of the call about hiring.',
    'Best reached by text.',
    'Knows two of our alumni.',
    'Decides fast once the calendar is clear.',
  ],
  closed: [
    'Revenue now: {revenue}.',
    'Found us months ago, just needed a push.',
    'Wants the Tuesday group.',
    'Invoice has to go to the company.',
    'Ask for a testimonial in ninety days.',
    'Great energy.',
  ],
}

/** What a closer jots down after a call. */
export function writeNotes(random: Random, booking: Booking): string {
  const { outcome, lead, paymentType } = booking
  const also = outcome !== null && random.chance(0.4) ? ` ${random.pick(afterthoughts[outcome])}` : ''
  return `${random.pick(linesFor(booking))}${also}`
    .replaceAll('{first}', lead.firstName)
    .replaceAll('{a trade}', `${/^[aeiou]/.test(lead.trade) ? 'an' : 'a'} ${lead.trade}`)
    .replaceAll('{trade}', lead.trade)
    .replaceAll('{revenue}', lead.revenue.charAt(0).toLowerCase() + lead.revenue.slice(1))
    .replaceAll('{package}', paymentType === 'PAYMENT_PLAN' ? 'the 3-pay' : 'the full program')
    .replaceAll('{money}', random.pick(['$3k up front', 'money', 'cash flow']))
    .replace(/^[a-z]/, (letter) => letter.toUpperCase())
}

function linesFor({ outcome, reported, paymentType }: Booking): readonly string[] {
  if (outcome === 'closed') return reported?.byWire ? wired : closed
  if (outcome === 'offer_made') return paymentType === 'DEPOSIT' ? deposit : offerMade
  return outcome === 'no_offer' ? noOffer : noShow
}
