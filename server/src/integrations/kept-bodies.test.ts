import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFixture } from '../../test/fixtures/read-fixture.ts'
import { maskBody } from '../modules/connections/module.ts'
import { integrationOf } from './registry.ts'
import { readStoredBody } from './stored-body.ts'

const folder = new URL('../../test/fixtures/webhooks/', import.meta.url)
const fixtures = readdirSync(folder).flatMap((provider) =>
  readdirSync(new URL(`${provider}/`, folder))
    // What Acuity's API answers is asked for, not sent.
    .filter((file) => file.endsWith('.json') && !file.startsWith('api.'))
    .map((file) => [provider, file.replace(/\.json$/, '')] as const),
)

const integration = (provider: string) => {
  const found = integrationOf(provider)
  if (!found) throw new Error(`There is no integration of ${provider}`)
  return found
}
/** As its provider sends it: Acuity's webhooks are forms. */
const sent = (provider: string, body: Record<string, unknown>): Buffer =>
  Buffer.from(
    provider === 'acuity'
      ? new URLSearchParams(Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]))).toString()
      : JSON.stringify(body),
  )
const maskOf = (provider: string, body: Record<string, unknown>): Buffer =>
  maskBody(sent(provider, body), integration(provider).unneeded ?? [])

/** What a body comes to, or why it is not read. */
function read(provider: string, body: Buffer): unknown {
  const { interpret, parseBody, deliveryKind } = integration(provider)
  const stored = readStoredBody({ parseBody }, body)
  const kind = deliveryKind(stored)
  if (!interpret) return { kind, stored }
  try {
    return { kind, message: interpret({ body: stored, connectionId: '0197a000-0000-7000-8000-000000000001', receivedAt: new Date(0) }) }
  } catch (error) {
    return { kind, error: error instanceof Error ? error.message : error }
  }
}

describe('a body as it is kept', () => {
  it.each(fixtures)('says of %s %s what it said as it was signed', (provider, name) => {
    const signed = readFixture(`${provider}/${name}`)
    expect(read(provider, maskOf(provider, signed))).toEqual(read(provider, sent(provider, signed)))
  })

  it.each([
    ['stripe', 'charge.succeeded', ['NLdemoFingerprint', '"last4"', '10001', 'pay.stripe.com/receipts']],
    ['calendly', 'invitee.created', ['calendly.com/cancellations', 'calendly.com/reschedulings']],
    ['whop', 'v1.payment.succeeded', ['78701', 'Austin', '"exp_year"']],
  ] as const)('holds of %s %s nothing that nobody needs', (provider, name, personal) => {
    const signed = readFixture(`${provider}/${name}`)
    const kept = maskOf(provider, signed).toString()
    for (const each of personal) {
      expect(JSON.stringify(signed)).toContain(each)
      expect(kept).not.toContain(each)
    }
  })
})
