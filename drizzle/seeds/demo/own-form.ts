import { addDays, dayOf } from './clock.ts'
import { revenues } from './lead-names.ts'
import { organization } from './people.ts'
import type { Random } from './random.ts'
import type { StoryAnswers, StoryFieldValue, StoryForm } from './story.ts'
import type { Booking } from './truth.ts'

/** What the organization's form asks beside the standard questions, and how it asks those. */
export const ownForm: StoryForm = {
  questions: [
    { name: 'OPPORTUNITY_STATUS', label: 'Where does the deal stand?', help: null },
    { name: 'NOTES', label: null, help: 'What they want, what holds them back, and what you promised.' },
  ],
  fields: [
    {
      key: 'monthly_revenue',
      kind: 'MONEY',
      label: 'Monthly revenue today',
      help: 'As they said it on the call, not as they booked.',
      options: [],
      shownIf: { fieldKey: 'leadShowed', anyOf: ['true'] },
    },
    {
      key: 'objection',
      kind: 'SELECT',
      label: 'What held them back?',
      help: null,
      options: [
        { key: 'price', label: 'Price', color: 'RUST' },
        { key: 'timing', label: 'Timing', color: 'GOLD' },
        { key: 'partner', label: 'Partner decides too', color: 'TEAL' },
        { key: 'trust', label: 'Trust', color: 'LILAC' },
        { key: 'other', label: 'Something else', color: 'SLATE' },
      ],
      shownIf: { fieldKey: 'dealClosed', anyOf: ['false'] },
    },
    {
      key: 'follow_up_on',
      kind: 'DATE',
      label: 'Follow up on',
      help: null,
      options: [],
      shownIf: { fieldKey: 'objection', anyOf: ['price', 'timing', 'partner', 'trust'] },
    },
    { key: 'recording', kind: 'URL', label: 'Recording', help: null, options: [], shownIf: { fieldKey: 'leadShowed', anyOf: ['true'] } },
  ],
}

/** What somebody's words give away, the first that fits. */
const signs: readonly (readonly [objection: string, words: RegExp])[] = [
  ['partner', /spouse|partner|purse/i],
  ['price', /price|\$|money|cash flow|card limit/i],
  ['trust', /burned|comparing|trust|case stud/i],
  ['timing', /weekend|friday|date|quarter|schedule|transfer/i],
]

const outcomeLabels = { price: 'Price too high', partner: 'Has to ask a partner' } as const

/** How a closer answers the rest of the form, in keeping with what they said of the call. */
export function answerTheRest(random: Random, booking: Booking, said: StoryAnswers): StoryAnswers {
  const objection = said.offerMade && !said.dealClosed ? objectionOf(random, said.notes) : null
  const isSold = said.dealClosed || said.paymentType === 'DEPOSIT'
  return {
    ...said,
    package: isSold ? booking.sold : null,
    callOutcome: outcomeOf(said, objection),
    opportunityStatus: statusOf(random, said),
    fields: said.leadShowed ? fieldsOf(random, booking, objection) : [],
  }
}

const objectionOf = (random: Random, notes: string | null): string =>
  signs.find(([, words]) => notes !== null && words.test(notes))?.[0] ?? random.pick(['price', 'timing', 'trust', 'other'])

function outcomeOf({ leadShowed, offerMade, dealClosed }: StoryAnswers, objection: string | null): string {
  if (dealClosed) return 'Won'
  if (!offerMade) return leadShowed ? 'Not a fit' : 'No show'
  return objection === 'price' || objection === 'partner' ? outcomeLabels[objection] : 'Thinking it over'
}

function statusOf(random: Random, { leadShowed, offerMade, dealClosed }: StoryAnswers): string {
  if (dealClosed) return 'Won'
  if (offerMade) return 'Offer out'
  return leadShowed && random.chance(0.6) ? 'Lost' : 'Nurture'
}

function fieldsOf(random: Random, booking: Booking, objection: string | null): StoryFieldValue[] {
  const fields: StoryFieldValue[] = []
  if (random.chance(0.7))
    fields.push({ key: 'monthly_revenue', money: { amount: revenueOf(random, booking), currency: organization.currency } })
  if (objection !== null) fields.push({ key: 'objection', text: objection })
  if (objection !== null && objection !== 'other' && random.chance(0.8))
    fields.push({ key: 'follow_up_on', text: addDays(dayOf(booking.endsAt), random.integer(2, 14)) })
  if (random.chance(0.35)) fields.push({ key: 'recording', text: `https://recordings.example/${random.token(11)}` })
  return fields
}

/** Thousands a month, near what the lead said when they booked. */
function revenueOf(random: Random, { lead }: Booking): string {
  const [least, most] = [[1, 5] as const, [5, 10] as const, [10, 25] as const, [25, 50] as const][
    revenues.findIndex((revenue) => revenue === lead.revenue)
  ] ?? [50, 140]
  return `${String(random.integer(least * 2, most * 2) * 500)}.00`
}
