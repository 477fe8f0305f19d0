import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { text, webhooksOf } from './read-back.ts'
import { tellStory } from './tell-story.ts'

const story = tellStory({ now: new Date('2026-11-20T15:30:00Z') })
const fixture = (name: string): unknown => JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'))

/** What a customer of the provider fills in freely: its keys say nothing of the message's shape. */
const isFree = (path: string): boolean => path.endsWith('.metadata') || path.endsWith('.previous_attributes')

/** Every path of keys in a body. Elements of lists share a path; a null stands for whatever else could be there. */
function keysOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((element) => keysOf(element, `${path}[]`))
  if (value === null || typeof value !== 'object' || isFree(path)) return []
  return Object.entries(value).flatMap(([key, inner]) => [`${path}.${key}`, ...keysOf(inner, `${path}.${key}`)])
}

/** Keys that stand in one body and whose parent in the other is neither null nor an empty list. */
function missing(from: unknown, against: unknown): string[] {
  const has = new Set(keysOf(against))
  const isOpen = new Set(
    [...has].filter((path) => ![...has].some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[]`))),
  )
  const parentOf = (path: string) => path.slice(0, path.lastIndexOf('.')).replace(/\[\]$/, '')
  return keysOf(from).filter((path) => !has.has(path) && !isOpen.has(parentOf(path)) && !isBelowOpen(path, isOpen))
}

const isBelowOpen = (path: string, isOpen: ReadonlySet<string>): boolean =>
  [...isOpen].some((open) => path.startsWith(`${open}.`) || path.startsWith(`${open}[]`))

const kinds: readonly (readonly [provider: 'calendly' | 'stripe', kind: string, fixture: string])[] = [
  ['calendly', 'invitee.created', 'invitee.created.multi-host'],
  ['calendly', 'invitee.canceled', 'invitee.canceled'],
  ['calendly', 'invitee_no_show.created', 'invitee_no_show.created'],
  ['calendly', 'invitee_no_show.deleted', 'invitee_no_show.deleted'],
  ['stripe', 'payment_intent.succeeded', 'payment_intent.succeeded'],
  ['stripe', 'payment_intent.payment_failed', 'payment_intent.payment_failed'],
  ['stripe', 'charge.succeeded', 'charge.succeeded'],
  ['stripe', 'charge.refunded', 'charge.refunded.full'],
  ['stripe', 'checkout.session.completed', 'checkout.session.completed'],
  ['stripe', 'invoice.paid', 'invoice.paid'],
  ['stripe', 'invoice_payment.paid', 'invoice_payment.paid'],
  ['stripe', 'refund.created', 'refund.created.partial'],
  ['stripe', 'refund.failed', 'refund.failed'],
  ['stripe', 'charge.dispute.created', 'charge.dispute.created'],
  ['stripe', 'charge.dispute.funds_withdrawn', 'charge.dispute.created'],
  ['stripe', 'charge.dispute.closed', 'charge.dispute.closed.lost'],
  ['stripe', 'charge.dispute.funds_reinstated', 'charge.dispute.funds_reinstated.won'],
  ['stripe', 'customer.subscription.created', 'customer.subscription.created'],
  ['stripe', 'customer.subscription.deleted', 'customer.subscription.deleted'],
]

const kindOf = (provider: 'calendly' | 'stripe', body: object): string => text(body, provider === 'calendly' ? 'event' : 'type')

describe('every message has the keys that the provider documents', () => {
  it.each(kinds)('%s %s', (provider, kind, name) => {
    const documented = fixture(name)
    const bodies = webhooksOf(story, provider).filter(({ body }) => kindOf(provider, body) === kind)
    expect(bodies.length).toBeGreaterThan(0)
    const wrong = bodies.flatMap(({ body }) => [
      ...missing(documented, body).map((key) => `lacks ${key}`),
      ...missing(body, documented).map((key) => `adds ${key}`),
    ])
    expect([...new Set(wrong)]).toEqual([])
  })

  it('and there are no other messages', () => {
    const known = new Set(kinds.map(([provider, kind]) => `${provider} ${kind}`))
    const told = (['calendly', 'stripe'] as const).flatMap((provider) =>
      webhooksOf(story, provider).map(({ body }) => `${provider} ${kindOf(provider, body)}`),
    )
    expect([...new Set(told)].filter((kind) => !known.has(kind))).toEqual([])
  })
})
