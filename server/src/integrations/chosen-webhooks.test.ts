import { webhookEvents } from '@clinch/schema/providers'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFixture } from '../../test/fixtures/read-fixture.ts'
import { toDomain as calendlyToDomain } from './calendly/to-domain.ts'
import * as stripe from './stripe/to-domain.ts'
import * as whop from './whop/to-domain.ts'

const fixturesOf = (provider: string): string[] =>
  readdirSync(new URL(`../../test/fixtures/webhooks/${provider}`, import.meta.url)).map(
    (file) => `${provider}/${file.replace(/\.json$/, '')}`,
  )

/** The kinds that the code which reads a provider's messages names. */
const namedBy = (provider: string): string[] => {
  const code = readFileSync(new URL(`./${provider}/to-domain.ts`, import.meta.url), 'utf8')
  return [...code.matchAll(/case '([a-z_]+(?:\.[a-z_]+)+)':/g)].map(([, kind = '']) => kind)
}

/** Kinds that nobody can choose, or that say nothing which another one does not. */
const beside: Readonly<Record<string, readonly string[]>> = {
  // Older accounts send it beside `refund.updated`.
  stripe: ['charge.refund.updated'],
  // Of webhooks as they were made before 2026, which have other names for what is chosen.
  whop: ['membership.went_valid', 'membership.went_invalid', 'membership.metadata_updated'],
}

describe.each(['stripe', 'whop'] as const)('what people are told to choose of %s', (provider) => {
  it('is all that is acted on, and nothing else', () => {
    expect([...webhookEvents[provider], ...(beside[provider] ?? [])].sort()).toEqual(namedBy(provider).sort())
  })
})

it.each([
  ...fixturesOf('stripe').map((name) => ({ name, chosen: webhookEvents.stripe, ...read(name, stripe.toDomain) })),
  ...fixturesOf('whop')
    .filter((name) => name.includes('/v1.'))
    .map((name) => ({ name, chosen: webhookEvents.whop, ...read(name, whop.toDomain) })),
  ...fixturesOf('calendly').map((name) => ({ name, chosen: webhookEvents.calendly, ...read(name, calendlyToDomain) })),
])('$name is chosen where something is done with it', ({ chosen, kind, isActedOn }) => {
  expect(chosen.some((each) => each === kind)).toBe(isActedOn)
})

function read(name: string, toDomain: (body: unknown) => { kind: string }): { kind: string; isActedOn: boolean } {
  const body = readFixture(name)
  const kind = [body.type, body.event].find((each): each is string => typeof each === 'string') ?? ''
  return { kind, isActedOn: toDomain(body).kind !== 'ignored' }
}
