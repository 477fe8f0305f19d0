import { readFixture } from '../fixtures/read-fixture.ts'
import { type Call, callMinutes, type Chain, closers, type Customer } from './history.ts'
import type { Message } from './message.ts'

const { payload: fixture } = readFixture('calendly/invitee.created')

const eventUri = (ref: string) => `https://api.calendly.com/scheduled_events/e-${ref}`
const inviteeUri = (ref: string) => `${eventUri(ref)}/invitees/${ref}`

/** All that Calendly tells of a chain of bookings. */
export function calendlyMessages(customer: Customer, chain: Chain): Message[] {
  return chain.calls.flatMap((call, nth) => {
    const [before, after] = [chain.calls[nth - 1], chain.calls[nth + 1]]
    const tell = (event: string, sentAt: Date, change: object = {}): Message => ({
      provider: 'calendly',
      body: {
        event,
        created_at: sentAt.toISOString(),
        payload: { ...snapshot(customer, chain, call, nth), old_invitee: before ? inviteeUri(before.ref) : null, ...change },
      },
    })
    const cancellation = (at: Date) => ({ canceled_by: customer.name, canceler_type: 'invitee', created_at: at.toISOString(), reason: '' })
    return [
      tell('invitee.created', call.bookedAt),
      ...(after
        ? [
            tell('invitee.canceled', after.bookedAt, {
              status: 'canceled',
              rescheduled: true,
              new_invitee: inviteeUri(after.ref),
              cancellation: cancellation(after.bookedAt),
            }),
          ]
        : []),
      ...(call.canceledAt
        ? [tell('invitee.canceled', call.canceledAt, { status: 'canceled', cancellation: cancellation(call.canceledAt) })]
        : []),
      ...call.noShowMarks.map(({ marked, at }) =>
        tell(marked ? 'invitee_no_show.created' : 'invitee_no_show.deleted', at, {
          no_show: marked ? { uri: `https://api.calendly.com/invitee_no_shows/${call.ref}`, created_at: at.toISOString() } : null,
        }),
      ),
    ]
  })
}

function snapshot(customer: Customer, chain: Chain, call: Call, nth: number): object {
  const host = closers[call.closer]
  const setter = chain.setter.toLowerCase().replace(' ', '-')
  return {
    ...(typeof fixture === 'object' ? fixture : {}),
    uri: inviteeUri(call.ref),
    event: eventUri(call.ref),
    email: customer.email,
    name: customer.name,
    text_reminder_number: customer.booksWithPhone ? customer.phone : null,
    questions_and_answers: [],
    created_at: call.bookedAt.toISOString(),
    status: 'active',
    rescheduled: false,
    new_invitee: null,
    no_show: null,
    // Whoever moves a booking comes by a link of the booking tool's: nothing of the first page stands in it.
    tracking:
      nth === 0
        ? { utm_source: chain.source, utm_medium: null, utm_content: `setter-${setter}` }
        : { utm_source: 'calendly', utm_content: null },
    scheduled_event: {
      uri: eventUri(call.ref),
      name: 'Strategy Call',
      event_type: 'https://api.calendly.com/event_types/strategy',
      start_time: call.scheduledAt.toISOString(),
      end_time: new Date(call.scheduledAt.getTime() + callMinutes * 60_000).toISOString(),
      created_at: call.bookedAt.toISOString(),
      event_memberships: [{ user_email: host?.email, user_name: host?.name }],
    },
  }
}
