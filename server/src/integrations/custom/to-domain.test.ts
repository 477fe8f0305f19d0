import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { CustomMessage } from './payload.ts'
import { deliveryKey, deliveryKind, toDomain } from './to-domain.ts'

const docs = readFileSync(new URL('../../../../docs/webhooks-in.md', import.meta.url), 'utf8')
const examples = [...docs.matchAll(/```json custom\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json) as Record<string, unknown>)
const example = (kind: string) => {
  const found = examples.find((each) => each.kind === kind)
  if (!found) throw new Error(`No example of ${kind} is published`)
  return structuredClone(found) as Record<string, Record<string, unknown>>
}

describe('what a custom connection takes', () => {
  it('is published with an example of each kind, all of which are taken', () => {
    expect(examples.map(({ kind }) => kind)).toEqual(['booking', 'payment', 'refund', 'dispute', 'lead'])
    for (const each of examples) expect(() => toDomain(each, 'c1')).not.toThrow()
  })

  it('is published as JSON Schema, which is that of the code', () => {
    const published: unknown = JSON.parse(readFileSync(new URL('../../../../docs/webhooks-in.schema.json', import.meta.url), 'utf8'))
    expect(published).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(CustomMessage, { io: 'input' }))))
  })

  it('becomes a booking, told apart by its connection', () => {
    expect(toDomain(example('booking'), 'c1')).toMatchObject({
      kind: 'booking',
      bookingRef: 'custom:c1:booking-1042',
      scheduledAt: new Date('2026-11-24T15:00:00Z'),
      hosts: [{ email: 'priya.nair@northlight.example', name: 'Priya Nair' }],
      tracking: { source: 'youtube', content: 'setter-marcus-hale' },
      cancellation: null,
      noShow: null,
    })
    const moved = example('booking')
    Object.assign(moved.booking ?? {}, {
      replaces_ref: 'booking-1041',
      canceled: { at: '2026-11-21T10:00:00Z', by_kind: 'host' },
      no_show: false,
    })
    expect(toDomain(moved, 'c1')).toMatchObject({
      replacesRef: 'custom:c1:booking-1041',
      cancellation: { at: new Date('2026-11-21T10:00:00Z'), byKind: 'host' },
      noShow: { marked: false },
    })
  })

  it.each([
    ['1234.50', 'USD', 123_450n],
    ['1234', 'JPY', 1_234n],
    ['1.234', 'KWD', 1_234n],
  ])('becomes a payment of %s %s in minor units', (amount, currency, amountMinor) => {
    const body = example('payment')
    Object.assign(body.payment ?? {}, { amount, currency })
    expect(toDomain(body, 'c1')).toMatchObject({ kind: 'purchase', amountMinor, currency })
  })

  it.each([
    ['payment', { amount: '12.345' }],
    ['payment', { amount: '0' }],
    ['payment', { amount: 12.5 }],
    ['payment', { amount: '-5' }],
    ['payment', { currency: 'XXQ' }],
    ['payment', { currency: 'usd' }],
    ['payment', { paid_at: '2026-11-24 15:00' }],
    ['refund', { payment_ref: '' }],
    ['dispute', { state: 'maybe' }],
    ['booking', { scheduled_at: 1_791_388_933 }],
    ['booking', { ends_at: '2020-01-01T00:00:00Z' }],
    ['booking', { join_url: 'javascript:alert(1)' }],
    ['lead', { ref: null }],
  ])('is refused where a %s has %j', (kind, change) => {
    const body = example(kind)
    Object.assign(body[kind] ?? {}, change)
    expect(() => toDomain(body, 'c1')).toThrow(UnreadableMessage)
  })

  it('is one message by its id, and of an unknown kind unreadable', () => {
    const body = { id: 'm1', kind: 'rumour', sent_at: '2026-11-24T15:00:00Z' }
    expect(deliveryKey(body, Buffer.from(''))).toBe('m1')
    expect(deliveryKind(body)).toBe('rumour')
    expect(() => toDomain(body, 'c1')).toThrow(UnreadableMessage)
  })
})
