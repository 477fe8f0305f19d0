import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixturesOf, mutated } from '../../../test/mutated.ts'
import { readFixture } from '../../../test/fixtures/read-fixture.ts'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { deliveryKey, deliveryKind, toDomain } from './to-domain.ts'

const invitee = (number: number): string =>
  `https://api.calendly.com/scheduled_events/c1a7e2d0-000${number}-4f00-8000-00000000010${number}/invitees/d2b8f3e1-000${number}-4f00-8000-00000000020${number}`

const read = (name: string) => toDomain(readFixture(`calendly/${name}`))

/** A fixture with some fields of its invitee, or of its call, changed. */
function changedPayload(name: string, change: Record<string, unknown>, call: Record<string, unknown> = {}): unknown {
  const body = readFixture(`calendly/${name}`)
  const payload = body.payload as Record<string, unknown>
  const scheduled = payload.scheduled_event as Record<string, unknown>
  return { ...body, payload: { ...payload, scheduled_event: { ...scheduled, ...call }, ...change } }
}

const standing = { kind: 'booking', replaced: false, replacesRef: null, replacedByRef: null, cancellation: null, noShow: null }

const expected: Record<string, object> = {
  'invitee.canceled.by-host': {
    bookingRef: invitee(3),
    replaced: false,
    cancellation: { at: new Date('2026-10-08T12:31:00.050Z'), by: 'Owen Castell', byKind: 'host', reason: null },
  },
  'invitee.canceled': {
    bookingRef: invitee(2),
    replaced: false,
    cancellation: { at: new Date('2026-10-06T22:10:04.880Z'), by: 'Tomás Iglesias', byKind: 'invitee', reason: 'Conflict at work' },
  },
  'invitee.canceled.rescheduled': { bookingRef: invitee(1), replaced: true, replacedByRef: invitee(5), cancellation: null },
  'invitee.created': {
    ...standing,
    bookingRef: invitee(1),
    sentAt: new Date('2026-10-02T18:22:42Z'),
    lead: { name: 'Dana Whitfield', email: 'dana.whitfield@example.com', phone: '+1 202-555-0143', timeZone: 'America/New_York' },
    scheduledAt: new Date('2026-10-06T15:00:00Z'),
    endsAt: new Date('2026-10-06T15:45:00Z'),
    hosts: [{ email: 'priya.nair@northlight.example', name: 'Priya Nair' }],
    callType: { ref: 'https://api.calendly.com/event_types/8d1a2b3c-1111-4c4c-9d9d-0000000000e1', name: 'Strategy Call' },
    tracking: { source: 'instagram', medium: 'dm', campaign: 'fall-intake', content: 'setter-marcus-hale', term: 'closer-priya' },
    joinUrl: 'https://zoom.example/j/91000000001',
  },
  'invitee.created.multi-host': {
    ...standing,
    hosts: [
      { email: 'priya.nair@northlight.example', name: 'Priya Nair' },
      { email: 'owen.castell@northlight.example', name: 'Owen Castell' },
    ],
  },
  'invitee.created.rescheduled': { ...standing, bookingRef: invitee(5), replacesRef: invitee(1) },
  'invitee.created.round-robin': { ...standing, hosts: [{ email: 'owen.castell@northlight.example', name: 'Owen Castell' }] },
  'invitee.created.setter-in-qa': {
    ...standing,
    tracking: { source: null, medium: null, campaign: null, content: null, term: null },
    answers: expect.arrayContaining([
      { question: 'Who did you speak with before booking?', answer: 'Marcus H. (spoke to him on Instagram)' },
    ]) as object[],
    lead: expect.objectContaining({ phone: '+1 202-555-0143' }) as object,
  },
  'invitee.created.with-payment': { ...standing, bookingRef: invitee(6), answers: [] },
  'invitee_no_show.created': { bookingRef: invitee(5), noShow: { marked: true }, cancellation: null, replaced: false },
  'invitee_no_show.deleted': { bookingRef: invitee(5), noShow: { marked: false }, cancellation: null, replaced: false },
  'routing_form_submission.created': { kind: 'ignored', reason: 'Nothing is done with routing_form_submission.created.' },
}

describe('each body that Calendly is known to send', () => {
  it('is listed here with what it means', () => {
    expect(fixturesOf('calendly')).toEqual(
      Object.keys(expected)
        .map((name) => `calendly/${name}`)
        .sort(),
    )
  })

  it.each(Object.entries(expected))('%s', (name, message) => {
    expect(read(name)).toMatchObject(message)
  })
})

describe('a booking that was moved', () => {
  it('names in both halves the same two invitees', () => {
    const [old, new_] = [read('invitee.canceled.rescheduled'), read('invitee.created.rescheduled')]
    if (old.kind !== 'booking' || new_.kind !== 'booking') throw new Error('Both are bookings')
    expect([old.bookingRef, old.replacedByRef]).toEqual([new_.replacesRef, new_.bookingRef])
  })

  it('is moved and not called off, also where the new invitee is not named', () => {
    expect(toDomain(changedPayload('invitee.canceled.rescheduled', { new_invitee: null }))).toMatchObject({
      replaced: true,
      replacedByRef: null,
      cancellation: null,
    })
  })

  it('is told by the invitees it names and not by a flag on the new one', () => {
    expect(toDomain(changedPayload('invitee.created.rescheduled', { rescheduled: true }))).toMatchObject({ replaced: false })
    expect(toDomain(changedPayload('invitee.created', { rescheduled: false, new_invitee: invitee(5) }))).toMatchObject({
      replaced: true,
      replacedByRef: invitee(5),
    })
  })
})

describe('who was booked', () => {
  const lead = (change: Record<string, unknown>) => {
    const message = toDomain(changedPayload('invitee.created', change))
    return message.kind === 'booking' ? message.lead : message
  }

  it('is called by their name, or its parts, or their address', () => {
    expect(lead({ name: null, first_name: 'Dana', last_name: 'Whitfield' })).toMatchObject({ name: 'Dana Whitfield' })
    expect(lead({ name: ' ', first_name: null, last_name: 'Whitfield' })).toMatchObject({ name: 'Whitfield' })
    expect(lead({ name: null })).toMatchObject({ name: 'dana.whitfield@example.com' })
    expect(lead({ name: null, email: null })).toMatchObject({ name: 'Unknown', email: null })
  })

  it('has the phone of the reminder, else the one that answers a question for it', () => {
    const answered = (question: string, answer: string) =>
      lead({ text_reminder_number: null, questions_and_answers: [{ question, answer }] })
    expect(answered('WhatsApp number', '+44 20 7946 0958')).toMatchObject({ phone: '+44 20 7946 0958' })
    expect(answered('Your revenue?', '2025550143')).toMatchObject({ phone: null })
    expect(answered('Phone', 'call my office')).toMatchObject({ phone: null })
  })
})

describe('where a call takes place', () => {
  it('is a link only where it is one', () => {
    const link = (location: unknown) => {
      const message = toDomain(changedPayload('invitee.created', {}, { location }))
      return message.kind === 'booking' ? message.joinUrl : message
    }
    expect(link({ type: 'custom', location: 'https://meet.example/x' })).toBe('https://meet.example/x')
    expect(link({ type: 'custom', location: 'javascript:alert(1)' })).toBeNull()
    expect(link({ type: 'physical', location: '12 Main Street' })).toBeNull()
    expect(link(null)).toBeNull()
  })
})

describe('an instant', () => {
  it('is taken only with its offset, so that it means the same on every machine', () => {
    const at = (start_time: string) => () => toDomain(changedPayload('invitee.created', {}, { start_time }))
    expect(at('2026-10-06T11:00:00-04:00')()).toMatchObject({ scheduledAt: new Date('2026-10-06T15:00:00Z') })
    for (const text of ['2026-10-06T15:00:00', '2026-10-06', '1', 'Tuesday', '2026-13-06T15:00:00Z', '+275760-09-13T00:00:00Z', ''])
      expect(at(text), text).toThrow(UnreadableMessage)
  })
})

describe('any body at all', () => {
  const bodies = fixturesOf('calendly').map((name) => readFixture(name))

  it('is read soundly or refused as unreadable, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: mutated(bodies) }, fc.jsonValue()), (body) => {
        try {
          expect(typeof deliveryKind(body)).toBe('string')
          const message = toDomain(body)
          if (message.kind === 'ignored') return
          for (const instant of [message.sentAt, message.scheduledAt, message.bookedAt, message.endsAt ?? message.sentAt])
            expect(Number.isNaN(instant.getTime())).toBe(false)
          expect(message.bookingRef).not.toBe('')
          expect(message.lead.name.trim()).not.toBe('')
          expect(message.cancellation !== null && message.replaced).toBe(false)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableMessage)
        }
      }),
      { numRuns: 1_500 },
    )
  })

  it('that is refused is refused with its place and never with what stood there', () => {
    expect(() => toDomain(changedPayload('invitee.created', { uri: { token: 'SECRET-VALUE' } }))).toThrow(/^payload\.uri: (?!.*SECRET)/)
  })

  it('is the same delivery exactly when its bytes are the same', () => {
    expect(deliveryKey({}, Buffer.from('{"a":1}'))).toBe(deliveryKey(null, Buffer.from('{"a":1}')))
    expect(deliveryKey({}, Buffer.from('{"a":1}'))).not.toBe(deliveryKey({}, Buffer.from('{"a": 1}')))
  })
})
