import { randomUUID } from 'node:crypto'
import type { BookingMessage } from '../../modules/events/service/index.ts'
import { ignored, type Ignored } from '../ignored.ts'
import { textAt } from '../message-text.ts'
import type { AcuityAppointment, SeenAppointment } from './payload.ts'

const appointmentKinds = new Set(['scheduled', 'rescheduled', 'canceled', 'changed'])

/** What kind of message it is. Webhooks that were made by Acuity's API write `appointment.` before it. */
export const deliveryKind = (body: unknown): string => textAt(body, 'action')?.replace(/^appointment\./, '') ?? 'unknown'

export const isOfAppointment = (body: unknown): boolean => appointmentKinds.has(deliveryKind(body))

/**
 * No two are the same: two moves of one appointment are told in the same words, and only asking for it shows which time it has now. A
 * message that is sent again finds things as they are, and does nothing.
 */
export const deliveryKey = (): string => randomUUID()

/** Reads Acuity's form; undefined where it is none, or names a field twice. */
export function parseBody(rawBody: Buffer): object | undefined {
  const fields = [...new URLSearchParams(rawBody.toString('utf8'))]
  const names = new Set(fields.map(([name]) => name))
  if (names.size !== fields.length || !names.has('action') || !names.has('id')) return undefined
  return Object.fromEntries(fields.map(([name, value]) => [name, value.replaceAll('\u0000', '')]))
}

/** What Acuity showed of an appointment, in our own words. Whatever the message was, this is how it stands. */
export function toDomain(body: unknown, seen: SeenAppointment | null): BookingMessage | Ignored {
  if (!isOfAppointment(body)) return ignored(`Nothing is done with ${deliveryKind(body)}.`)
  if (!seen) return ignored('Acuity has no such appointment any more.')
  const { appointment, calendars, seenAt } = seen
  const answers = answersOf(appointment)
  const calendar = calendars.find(({ id }) => id === appointment.calendarID)
  const host = { email: calendar?.email ?? null, name: calendar?.name ?? appointment.calendar }
  const called = [appointment.firstName, appointment.lastName].filter((part) => part !== null).join(' ')
  const isNoShow = appointment.noShow === true
  return {
    kind: 'booking',
    bookingRef: `acuity:${appointment.id}`,
    series: { ref: `acuity:${appointment.id}`, seenAt },
    sentAt: seenAt,
    lead: {
      name: called || appointment.email || 'Unknown',
      email: appointment.email,
      phone: appointment.phone,
      timeZone: appointment.timezone,
    },
    scheduledAt: appointment.datetime,
    endsAt: endOf(appointment),
    bookedAt: appointment.datetimeCreated ?? seenAt,
    hosts: host.email === null && host.name === null ? [] : [host],
    callType: appointment.type === null ? null : { ref: typeRef(appointment), name: appointment.type },
    tracking: trackingIn(answers),
    answers,
    joinUrl: appointment.location && /^https?:\/\//.test(appointment.location) ? appointment.location : null,
    replacesRef: null,
    replacedByRef: null,
    replaced: false,
    // Acuity marks a no-show by canceling the appointment as one.
    cancellation: appointment.canceled === true && !isNoShow ? { at: seenAt, by: null, byKind: null, reason: null } : null,
    noShow: typeof appointment.noShow === 'boolean' ? { marked: isNoShow } : null,
  }
}

const typeRef = ({ appointmentTypeID }: AcuityAppointment): string | null =>
  typeof appointmentTypeID === 'number' ? `acuity:${appointmentTypeID}` : null

const endOf = ({ datetime, duration }: AcuityAppointment): Date | null =>
  typeof duration === 'number' ? new Date(datetime.getTime() + duration * 60_000) : null

const answersOf = ({ forms }: AcuityAppointment): BookingMessage['answers'] =>
  (forms ?? [])
    .flatMap(({ values }) => values ?? [])
    .map(({ name, value }) => ({ question: name.trim(), answer: value === null || value === undefined ? '' : String(value).trim() }))
    .filter(({ question, answer }) => question !== '' && answer !== '')

/** Acuity has no UTM parameters of its own: whoever wants them adds form fields of that name. */
function trackingIn(answers: BookingMessage['answers']): BookingMessage['tracking'] {
  const said = (parameter: string) =>
    answers.find(({ question }) => question.toLowerCase().replace(/[\s-]+/g, '_') === `utm_${parameter}`)?.answer ?? null
  return { source: said('source'), medium: said('medium'), campaign: said('campaign'), content: said('content'), term: said('term') }
}
