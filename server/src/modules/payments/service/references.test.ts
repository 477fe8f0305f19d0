import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractReferences, namesOfEvent } from './references.ts'

const values = (metadata: Record<string, string>, clientReference: string | null = null): string[] =>
  extractReferences(metadata, clientReference).map(({ value }) => value)

describe('the references in a payment', () => {
  it('stand in its metadata, however their keys are written', () => {
    for (const key of ['event_id', 'eventId', 'EVENT-ID', 'clinch_event_id', 'invitee_id', 'inviteeUri', 'calendly_invitee_uri']) {
      expect(extractReferences({ [key]: ' abc ', offer: 'x' }, null)).toEqual([{ where: `metadata.${key}`, value: 'abc' }])
    }
  })

  it('are told after those of the metadata where the checkout carries one of its own', () => {
    expect(extractReferences({ event_id: 'abc' }, ' def ')).toEqual([
      { where: 'metadata.event_id', value: 'abc' },
      { where: 'client reference', value: 'def' },
    ])
  })

  it('may be the id of a system of somebody’s own, which is told apart by its connection', () => {
    expect(values({ booking_ref: 'booking-1042' })).toEqual(['booking-1042'])
    expect(namesOfEvent({ eventId: 'e', bookingRef: 'custom:0198c:booking-1042' })).toEqual([
      'e',
      'custom:0198c:booking-1042',
      'booking-1042',
    ])
    expect(namesOfEvent({ eventId: 'e', bookingRef: 'https://api.calendly.com/e/1/invitees/2' })).toContain('2')
    expect(namesOfEvent({ eventId: 'e', bookingRef: 'acuity:0198c:7@15:00:00' })).toEqual([
      'e',
      'acuity:0198c:7@15:00:00',
      'acuity:0198c:7@15:00:00',
    ])
  })

  it('are asked about once where two places say the same', () => {
    expect(extractReferences({ event_id: 'abc' }, 'abc')).toEqual([{ where: 'metadata.event_id', value: 'abc' }])
  })

  it('are none where nothing is said', () => {
    expect(extractReferences({}, null)).toEqual([])
    expect(extractReferences({ event_id: '  ', order_id: '7', event_identity: '8' }, ' ')).toEqual([])
    expect(extractReferences(JSON.parse('{"__proto__":"x","constructor":"y"}') as Record<string, string>, null)).toEqual([])
  })

  it('come in one order, the surest first, whatever order the metadata was told in', () => {
    expect(values({ calendly_event: 'c', invitee_id: 'b', event_id: 'a' })).toEqual(['a', 'b', 'c'])
    const entries = Object.entries({ event_id: 'a', eventId: 'b', 'EVENT-ID': 'c', invitee: 'd', clinch_event_id: 'e', offer: 'f' })
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(values(Object.fromEntries(shuffled), 'z')).toEqual(values(Object.fromEntries(entries), 'z'))
      }),
    )
  })
})
