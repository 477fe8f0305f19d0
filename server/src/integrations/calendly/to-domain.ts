import { createHash } from 'node:crypto'
import { looksLikePhone } from '../../lib/identity.ts'
import type { BookingMessage, Cancellation } from '../../modules/events/service/index.ts'
import { ignored, type Ignored } from '../ignored.ts'
import { knownAsOf } from '../known-as-of.ts'
import { textAt } from '../message-text.ts'
import { readBody } from '../read-body.ts'
import { CalendlyMessage, type Invitee, type ListedEvent, type ListedInvitee, type ScheduledEvent } from './payload.ts'

const inviteeKinds = new Set(['invitee.created', 'invitee.canceled', 'invitee_no_show.created', 'invitee_no_show.deleted'])

/** What kind of message Calendly sent; `unknown` where it does not say. */
export const deliveryKind = (body: unknown): string => textAt(body, 'event') ?? 'unknown'

/** Calendly gives its messages no id: the same bytes are the same delivery. */
export const deliveryKey = (_body: unknown, rawBody: Buffer): string => createHash('sha256').update(rawBody).digest('hex')

/** A Calendly message in our own words. Throws UnreadableMessage where a known kind has not its documented shape. */
export function toDomain(body: unknown): BookingMessage | Ignored {
  const kind = deliveryKind(body)
  if (!inviteeKinds.has(kind)) return ignored(`Nothing is done with ${kind}.`)
  const { created_at: sentAt, payload } = readBody(CalendlyMessage, body)
  return bookingOf(payload, payload.scheduled_event, {
    sentAt,
    canceled: kind === 'invitee.canceled',
    noShow: kind === 'invitee_no_show.created' ? { marked: true } : kind === 'invitee_no_show.deleted' ? { marked: false } : null,
  })
}

/**
 * A booking that was listed, as the message about it would be in our own words. That somebody is marked as a no-show has a time of
 * Calendly's; that they are not is known as of when it was asked for by our clock, and a mark that was set shortly before may be newer.
 */
export function ofListed(invitee: ListedInvitee, call: ListedEvent, askedAt: Date): BookingMessage {
  const markedAt = invitee.no_show?.created_at
  return bookingOf(invitee, call, {
    sentAt: markedAt ?? knownAsOf(askedAt),
    canceled: invitee.status === 'canceled',
    noShow: { marked: markedAt !== undefined },
  })
}

/** How a booking stood when it was told of. */
interface Told {
  sentAt: Date
  canceled: boolean
  noShow: BookingMessage['noShow']
}

function bookingOf(invitee: Invitee, call: ScheduledEvent, { sentAt, canceled, noShow }: Told): BookingMessage {
  const { tracking } = invitee
  const answers = (invitee.questions_and_answers ?? []).flatMap(({ question, answer }) =>
    answer?.trim() ? [{ question, answer: answer.trim() }] : [],
  )
  // Which invitee replaces which is told by their addresses; the flag alone is read two ways in the wild.
  const replaced = invitee.new_invitee !== null || (canceled && invitee.rescheduled === true)
  return {
    kind: 'booking',
    bookingRef: invitee.uri,
    sentAt,
    lead: {
      name: nameOf(invitee),
      email: invitee.email,
      phone: invitee.text_reminder_number ?? phoneIn(answers),
      timeZone: invitee.timezone,
    },
    scheduledAt: call.start_time,
    endsAt: call.end_time ?? null,
    bookedAt: invitee.created_at ?? call.created_at ?? sentAt,
    hosts: (call.event_memberships ?? []).map(({ user_email: email, user_name: name }) => ({ email, name })),
    callType: call.name ? { ref: call.event_type, name: call.name } : null,
    tracking: {
      source: tracking?.utm_source ?? null,
      medium: tracking?.utm_medium ?? null,
      campaign: tracking?.utm_campaign ?? null,
      content: tracking?.utm_content ?? null,
      term: tracking?.utm_term ?? null,
    },
    answers,
    joinUrl: linkIn(call.location?.join_url) ?? linkIn(call.location?.location),
    replacesRef: invitee.old_invitee,
    replacedByRef: invitee.new_invitee,
    replaced,
    // The old half of a reschedule was moved, not called off.
    cancellation: canceled && !replaced ? cancellationOf(invitee, call, sentAt) : null,
    noShow,
  }
}

const nameOf = (invitee: Invitee): string =>
  invitee.name ?? ([invitee.first_name, invitee.last_name].filter((part) => part !== null).join(' ') || invitee.email || 'Unknown')

function cancellationOf(invitee: Invitee, call: ScheduledEvent, sentAt: Date): Cancellation {
  const told = invitee.cancellation ?? call.cancellation
  const byKind = told?.canceler_type === 'host' || told?.canceler_type === 'invitee' ? told.canceler_type : null
  return { at: told?.created_at ?? sentAt, by: told?.canceled_by ?? null, byKind, reason: told?.reason ?? null }
}

/** A phone number in the answer to a question that asks for one. */
function phoneIn(answers: readonly { question: string; answer: string }[]): string | null {
  const asked = answers.find(({ question, answer }) => /phone|mobile|whatsapp/i.test(question) && looksLikePhone(answer))
  return asked?.answer ?? null
}

const linkIn = (text: string | null | undefined): string | null => (text && /^https?:\/\//.test(text) ? text : null)
