import { sendBookings } from './booking-acts.ts'
import { dayMs, later } from './clock.ts'
import { momentOfBooking, openDiary } from './diary.ts'
import { expectedTotals } from './expected.ts'
import { fileForms, fillInTheRest, markNoShows } from './forms.ts'
import { leadFields, leadFile } from './lead-file.ts'
import { storyDays, tellLead } from './lead-story.ts'
import { createLeads } from './leads.ts'
import { callOutcomes, opportunityStatuses } from './option-lists.ts'
import { ownForm } from './own-form.ts'
import { sendPayments } from './payment-acts.ts'
import {
  closers,
  discoveryCall,
  followUp,
  growthProgram,
  organization,
  setters,
  sources,
  starter,
  strategyCall,
  trafficTypes,
} from './people.ts'
import { openPost } from './post.ts'
import { createRandom } from './random.ts'
import { payAsStranger } from './rare-payments.ts'
import { disputeSome } from './disputes.ts'
import { refundSome } from './refunds.ts'
import { payByWire, wireActs } from './wires.ts'
import type { Act, Story } from './story.ts'
import type { World } from './truth.ts'

const defaultSeed = 21
const bookingsWanted = 1_500
const strangersWanted = 13

/**
 * Tells the story of the demo organization up to `now`: its roster, every webhook and form in the order in which they happened, and
 * what the product should make of them. The same seed and `now` tell the same story, byte for byte.
 */
export function tellStory({ seed = defaultSeed, now }: { seed?: number; now: Date }): Story {
  const world = openWorld(seed, now)
  while (world.bookings.length < bookingsWanted) tellLead(world)
  for (let stranger = 0; stranger < strangersWanted; stranger++) {
    payAsStranger(world, momentOfBooking(world.random, later(now, -dayMs / 24), storyDays - 5))
  }
  refundSome(world)
  disputeSome(world)
  payByWire(world)
  markNoShows(world)
  const post = openPost(world)
  sendBookings(world, post)
  sendPayments(world, post)
  fileForms(world)
  fillInTheRest(world)
  return {
    organization,
    closers: closers.map(({ key, name, email, timeZone, netCashGoal, open }) => ({ key, name, email, timeZone, netCashGoal, open })),
    setters: [...setters],
    sources: sources.map(({ key, name, aliases, trafficType }) => ({ key, name, aliases, trafficType })),
    trafficTypes: [...trafficTypes],
    callTypes: [strategyCall, discoveryCall, followUp],
    packages: [growthProgram, starter],
    callOutcomes: [...callOutcomes],
    opportunityStatuses: [...opportunityStatuses],
    form: ownForm,
    leadFields: [...leadFields],
    leadFile: leadFile(world, seed),
    acts: inOrder([...post.delivered, ...formActs(world), ...wireActs(world)]),
    expected: expectedTotals(world),
  }
}

function openWorld(seed: number, now: Date): World {
  const random = createRandom(seed)
  return {
    random,
    now,
    diary: openDiary(random),
    newLead: createLeads(random),
    bookings: [],
    purchases: [],
    wires: [],
    wishes: {
      alternate_email: 8,
      phone: 8,
      reference_by_other: 6,
      reference_to_earlier: 6,
      booking_late: 6,
      prepaid: 9,
      wire: 10,
      paid_though_canceled: 2,
      paid_too_late: 3,
    },
  }
}

const formActs = ({ bookings }: World): Act[] =>
  bookings.flatMap(({ ref, host, forms }) =>
    forms.map(({ at, answers }): Act => ({ kind: 'form', at, bookingRef: ref, closerKey: host.key, answers })),
  )

/** By time; what happens at one moment stays in the order in which it was written. */
const inOrder = (acts: readonly Act[]): Act[] => [...acts].sort((a, b) => a.at.getTime() - b.at.getTime())
