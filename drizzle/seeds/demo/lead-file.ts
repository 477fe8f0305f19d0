import { revenues } from './lead-names.ts'
import { slug } from './leads.ts'
import { organization } from './people.ts'
import { createRandom, type Random } from './random.ts'
import type { StoryLeadField, StoryLeadRow } from './story.ts'
import type { Lead, World } from './truth.ts'

const sizes = ['Just them', 'A few people', 'Eleven to fifty', 'More than fifty'] as const
const interests = ['More leads', 'Better close rate', 'A sales team', 'Pricing'] as const

/** What the organization wants to know of its leads beside what bookings tell. */
export const leadFields: readonly StoryLeadField[] = [
  {
    key: 'company_size',
    kind: 'SELECT',
    label: 'Company size',
    help: 'Who works there, themselves included.',
    options: sizes.map((label, index) => ({ label, color: (['SLATE', 'BLUE', 'TEAL', 'GREEN'] as const)[index] ?? null })),
  },
  { key: 'marketing_spend', kind: 'MONEY', label: 'Marketing spend a month', help: null, options: [] },
  {
    key: 'interested_in',
    kind: 'MULTI_SELECT',
    label: 'Interested in',
    help: null,
    options: interests.map((label) => ({ label, color: null })),
  },
  { key: 'newsletter', kind: 'BOOLEAN', label: 'Reads the newsletter', help: null, options: [] },
]

const rowsWanted = 90

/**
 * The file of an older tool, which the owner imports: what it knew of the latest leads, and one of them a second time under another
 * address of theirs. It has a stream of chance of its own, so that the rest of the story is told as without it.
 */
export function leadFile({ bookings }: World, seed: number): StoryLeadRow[] {
  const random = createRandom(seed)
  const latest = [...new Map(bookings.toReversed().map(({ lead }) => [lead.email, lead])).values()].slice(0, rowsWanted)
  const rows = latest.map((lead) => ({ name: lead.name, email: lead.email, values: valuesOf(random, lead) }))
  // Somebody with an address of their own company.
  const twice = latest.find(({ email, lastName }) => email.includes(`@${slug(lastName)}`))
  if (!twice) return rows
  const [, company = ''] = twice.email.split('@')
  const email = `${slug(twice.firstName).charAt(0)}.${slug(twice.lastName)}@${company}`
  return [...rows, { name: twice.name, email, values: valuesOf(random, twice) }]
}

/** Larger companies earn more, and spend more. */
function valuesOf(random: Random, { revenue }: Lead): StoryLeadRow['values'] {
  const step = Math.max(
    0,
    revenues.findIndex((each) => each === revenue),
  )
  const spend = { amount: `${String(random.integer(1, 8) * 250 * (step + 1))}.00`, currency: organization.currency }
  return [
    { key: 'company_size', labels: [sizes[Math.min(step, sizes.length - 1)] ?? sizes[0]] },
    ...(random.chance(0.6) ? [{ key: 'marketing_spend', money: spend }] : []),
    ...(random.chance(0.7) ? [{ key: 'interested_in', labels: random.shuffle(interests).slice(0, random.integer(1, 2)) }] : []),
    ...(random.chance(0.5) ? [{ key: 'newsletter', boolean: random.chance(0.6) }] : []),
  ]
}
