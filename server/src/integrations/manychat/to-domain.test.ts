import { describe, expect, it } from 'vitest'
import { readFixture } from '../../../test/fixtures/read-fixture.ts'
import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { deliveryKey, deliveryKind, reply, toDomain } from './to-domain.ts'

const receivedAt = new Date('2026-10-02T18:10:00Z')
const keyOf = (body: object) => deliveryKey(body, Buffer.from(JSON.stringify(body)))

describe('a contact that ManyChat tells of', () => {
  it('is read as the author of a flow wrote it', () => {
    expect(toDomain(readFixture('manychat/external-request.custom'), receivedAt)).toMatchObject({
      ref: '1830000001',
      saidAt: new Date('2026-10-02T18:05:44Z'),
      lead: { name: 'Dana Whitfield', email: 'dana.whitfield@example.com', phone: '+12025550143' },
      fields: expect.arrayContaining([
        { question: 'setter', answer: 'marcus.hale' },
        { question: 'keyword', answer: 'CALL' },
      ]),
    })
  })

  it('is read from the full contact data, whose own fields come first', () => {
    const contact = toDomain(readFixture('manychat/external-request.full-contact'), receivedAt)
    expect(contact).toMatchObject({
      ref: '1830000001',
      saidAt: receivedAt,
      lead: { name: 'Dana Whitfield', phone: '+12025550143', timeZone: null },
    })
    expect(contact.fields.slice(0, 3)).toEqual([
      { question: 'setter', answer: 'marcus.hale' },
      { question: 'monthly_revenue', answer: '10-25k' },
      { question: 'booked_call', answer: 'false' },
    ])
  })

  it('lacks what is blank, and what is a placeholder still', () => {
    const contact = toDomain(readFixture('manychat/external-request.placeholders'), receivedAt)
    expect(contact.lead).toEqual({ name: 'Sam', email: null, phone: null, timeZone: null })
    expect(contact.fields.map(({ question }) => question)).not.toContain('setter')
    expect(contact.fields.map(({ question }) => question)).not.toContain('ig_username')
  })

  it('is read from under `contact`, as is published', () => {
    const body = {
      event: 'dm_qualified',
      sent_at: '2026-10-02T18:05:44+00:00',
      contact: { id: '7', first_name: 'Dana', last_name: 'Whitfield', email: '{{email}}', phone: '' },
      custom_fields: { source: 'Instagram' },
    }
    expect(toDomain(body, receivedAt)).toMatchObject({
      ref: '7',
      lead: { name: 'Dana Whitfield', email: null },
      fields: [{ question: 'source', answer: 'Instagram' }, {}, {}],
    })
    expect(deliveryKind(body)).toBe('dm_qualified')
  })

  it('goes by their address where they have no id, and is unreadable without either', () => {
    expect(toDomain({ email: 'Dana@Example.com' }, receivedAt).ref).toBe('email:dana@example.com')
    expect(toDomain({ phone: '+1 202 555 0143' }, receivedAt).ref).toBe('phone:+12025550143')
    expect(() => toDomain({ event: 'x', contact: { id: '{{id}}' } }, receivedAt)).toThrow(UnreadableMessage)
  })
})

describe('what makes it the same message', () => {
  const said = { id: '7', event: 'a', sent_at: '2026-10-02T18:05:44Z', email: 'one@example.com' }

  it('is contact, event and the author’s time', () => {
    expect(keyOf(said)).toBe(keyOf({ ...said, email: 'two@example.com' }))
    for (const other of [{ id: '8' }, { event: 'b' }, { sent_at: '2026-10-02T18:06:44Z' }])
      expect(keyOf({ ...said, ...other })).not.toBe(keyOf(said))
  })

  it('is, without a time, the same words within a short while', () => {
    const untimed = { id: '7', event: 'a' }
    expect(keyOf(untimed)).toBe(keyOf(untimed))
    expect(keyOf(untimed)).not.toBe(keyOf({ ...untimed, email: 'one@example.com' }))
  })
})

it('answers with the tags that the flow asked for, and says nothing to the contact', () => {
  expect(reply({ id: '7', reply_tags: ['In Clinch'] })).toEqual({
    version: 'v2',
    content: { messages: [], actions: [{ action: 'add_tag', tag_name: 'In Clinch' }] },
  })
  expect(reply({ reply_tags: 7 })).toEqual({ version: 'v2', content: { messages: [], actions: [] } })
})
