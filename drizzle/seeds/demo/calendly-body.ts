import { later } from './clock.ts'
import { ownerRef, setterQuestion } from './people.ts'
import type { Booking } from './truth.ts'

export type CalendlyKind = 'invitee.created' | 'invitee.canceled' | 'invitee_no_show.created' | 'invitee_no_show.deleted'

/** Ids that a message shows and that stay the same in all messages of a booking. */
export interface CalendlyIds {
  joinId: number
  noShowRef: string
  /** Somebody whom the lead brings along. */
  guestEmail: string | null
}

/** The tool writes instants with microseconds. */
const iso = (instant: Date): string => instant.toISOString().replace('Z', '000Z')

const lastPart = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)

/** A message about an invitee, in full: how it stands at the moment of the change. */
export function calendlyBody(kind: CalendlyKind, booking: Booking, changedAt: Date, ids: CalendlyIds): object {
  const isCanceled = kind === 'invitee.canceled'
  const { lead, callType, marketing, ref } = booking
  const cancellation = isCanceled ? cancellationOf(booking, changedAt) : null
  const updatedAt = isCanceled ? iso(changedAt) : iso(booking.bookedAt)
  const status = isCanceled ? 'canceled' : 'active'
  const splitsName = callType.durationMinutes === 20
  const { source, medium, campaign, content } = marketing.tracking
  return {
    created_at: iso(later(changedAt, 900)),
    created_by: ownerRef,
    event: kind,
    payload: {
      cancel_url: `https://calendly.com/cancellations/${lastPart(ref)}`,
      created_at: iso(booking.bookedAt),
      email: booking.email,
      event: booking.eventRef,
      first_name: splitsName ? lead.firstName : null,
      invitee_scheduled_by: null,
      last_name: splitsName ? lead.lastName : null,
      name: lead.name,
      new_invitee: isCanceled ? (booking.next?.ref ?? null) : null,
      no_show: kind === 'invitee_no_show.created' ? { uri: ids.noShowRef, created_at: iso(changedAt) } : null,
      old_invitee: booking.previous?.ref ?? null,
      payment: null,
      questions_and_answers: answersOf(booking),
      reconfirmation: null,
      reschedule_url: `https://calendly.com/reschedulings/${lastPart(ref)}`,
      rescheduled: isCanceled && booking.next !== null,
      routing_form_submission: null,
      scheduled_event: scheduledEvent(booking, { status, updatedAt, cancellation, ids }),
      scheduling_method: null,
      status,
      text_reminder_number: lead.phone,
      timezone: lead.timeZone,
      tracking: {
        utm_campaign: campaign,
        utm_source: source,
        utm_medium: medium,
        utm_content: content,
        utm_term: null,
        salesforce_uuid: null,
      },
      updated_at: updatedAt,
      uri: ref,
      ...(cancellation ? { cancellation } : {}),
    },
  }
}

function cancellationOf(booking: Booking, changedAt: Date): object {
  const { cancellation, lead, host } = booking
  const byHost = cancellation?.by === 'host'
  return {
    canceled_by: byHost ? host.name : lead.name,
    canceler_type: byHost ? 'host' : 'invitee',
    created_at: iso(changedAt),
    reason: cancellation?.reason ?? booking.moveReason ?? '',
  }
}

interface EventState {
  status: 'active' | 'canceled'
  updatedAt: string
  cancellation: object | null
  ids: CalendlyIds
}

function scheduledEvent(booking: Booking, { status, updatedAt, cancellation, ids }: EventState): object {
  const hosts = booking.guestHost ? [booking.host, booking.guestHost] : [booking.host]
  const bookedAt = iso(booking.bookedAt)
  return {
    created_at: bookedAt,
    end_time: iso(booking.endsAt),
    event_guests: ids.guestEmail ? [{ email: ids.guestEmail, created_at: bookedAt, updated_at: bookedAt }] : [],
    event_memberships: hosts.map((host) => ({ user: host.userRef, user_email: host.email, user_name: host.name })),
    event_type: booking.callType.ref,
    invitees_counter: { total: 1, active: status === 'active' ? 1 : 0, limit: 1 },
    location: {
      join_url: `https://zoom.example/j/${ids.joinId}`,
      status: 'pushed',
      type: 'zoom',
      data: { id: ids.joinId, settings: {}, extra: null },
    },
    meeting_notes_html: null,
    meeting_notes_plain: null,
    name: booking.callType.name,
    start_time: iso(booking.scheduledAt),
    status,
    updated_at: updatedAt,
    uri: booking.eventRef,
    ...(cancellation ? { cancellation } : {}),
  }
}

/** Questions that were left empty are not sent. */
function answersOf({ lead, marketing }: Booking): object[] {
  const answered: [question: string, answer: string | null][] = [
    ['What is your current monthly revenue?', lead.revenue],
    ['Best phone number for your call', lead.phone],
    [setterQuestion, marketing.setterAnswer],
  ]
  return answered.flatMap(([question, answer], position) => (answer === null ? [] : [{ answer, position, question }]))
}
