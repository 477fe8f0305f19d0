import type { Provider } from '@clinch/drizzle/tables'
import { readFixture } from './fixtures/read-fixture.ts'
import { customLead } from './webhook-bodies.ts'
import { signed, type TestConnection } from './intake.ts'

/** How a provider proves that it is itself: what it signs, if it signs at all. */
export const schemes: Readonly<Record<Provider, 'time and body' | 'body' | 'token'>> = {
  calendly: 'time and body',
  acuity: 'body',
  stripe: 'time and body',
  whop: 'time and body',
  manychat: 'token',
  custom: 'time and body',
}

/** The fields of a form, as a browser encodes them. */
export const formOf = (fields: Record<string, unknown>): string =>
  new URLSearchParams(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))).toString()

export const goodBodies: Readonly<Record<Provider, string>> = {
  calendly: JSON.stringify(readFixture('calendly/invitee.created')),
  acuity: formOf(readFixture('acuity/appointment.scheduled')),
  stripe: JSON.stringify(readFixture('stripe/payment_intent.succeeded')),
  whop: JSON.stringify(readFixture('whop/v1.payment.succeeded')),
  manychat: JSON.stringify(readFixture('manychat/external-request.custom')),
  custom: JSON.stringify(customLead('hostile')),
}

/** One attempt: what is sent, with which headers; by default with the good body's own. */
export interface Attempt {
  body?: string | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
  path?: string
  wanted: number
}

const minutes = (count: number) => new Date(Date.now() + count * 60_000)

/** Every attempt on a connection, by name; another tenant's connection of the same provider stands beside it. */
export function attemptsOn(mine: TestConnection, theirs: TestConnection): Record<string, Attempt> {
  const scheme = schemes[mine.provider]
  return {
    ...withTheProof(mine, theirs),
    ...(scheme === 'token' ? {} : withAnotherBody(mine)),
    ...(scheme === 'time and body' ? atAnotherTime(mine) : {}),
    ...withABodyOfNoUse(mine),
  }
}

/** Where the signature or the token is missing, another's, or not in its form. */
function withTheProof(mine: TestConnection, theirs: TestConnection): Record<string, Attempt> {
  const body = goodBodies[mine.provider]
  const good = signed(mine, body)
  const [header = ''] = Object.keys(good).filter((name) => name.includes('signature') || name.includes('token'))
  const proof = good[header] ?? ''
  const other: Provider = mine.provider === 'calendly' ? 'stripe' : 'calendly'
  return {
    'without any proof': { headers: { 'content-type': good['content-type'] ?? '' }, wanted: 401 },
    'with an empty proof': { headers: { ...good, [header]: '' }, wanted: 401 },
    'with a wrong secret': { headers: signed(mine, body, new Date(), 'a guess at the secret'), wanted: 401 },
    'with another tenant’s secret': { headers: signed(mine, body, new Date(), theirs.secret), wanted: 401 },
    'with the secret cut short': { headers: signed(mine, body, new Date(), mine.secret.slice(0, -1)), wanted: 401 },
    'with more before the secret': { headers: signed(mine, body, new Date(), `0${mine.secret}`), wanted: 401 },
    'to another tenant’s address': { path: theirs.path, wanted: 401 },
    'with the proof in capital letters': { headers: { ...good, [header]: `${proof.toUpperCase()}x` }, wanted: 401 },
    'with its header twice': { headers: { ...good, [header]: `${proof}, ${proof}` }, wanted: 401 },
    'with the proof in another header': { headers: { 'content-type': 'application/json', authorization: `Bearer ${proof}` }, wanted: 401 },
    'with the proof in its address': {
      path: `${mine.path}?${new URLSearchParams({ [header]: proof, token: mine.secret }).toString()}`,
      headers: { 'content-type': 'application/json' },
      wanted: 401,
    },
    'with another provider’s proof': { headers: signed({ ...mine, provider: other }, body), wanted: 401 },
    'to an address that names no connection': { path: mine.path.replace(/[^/]+$/, '0197a000-0000-7000-8000-000000000000'), wanted: 404 },
    'to the address of another provider': { path: mine.path.replace(mine.provider, other), wanted: 404 },
  }
}

/** Where the body is not the one that was signed. */
function withAnotherBody(mine: TestConnection): Record<string, Attempt> {
  const body = goodBodies[mine.provider]
  return {
    'with its last byte cut off': { body: body.slice(0, -1), wanted: 401 },
    'encoded anew': { body: body.startsWith('{') ? JSON.stringify(JSON.parse(body), null, 1) : body.replace('&', '&&'), wanted: 401 },
    'as Latin-1': { body: Uint8Array.from(Buffer.from(`${body} é`, 'latin1')), wanted: 401 },
    'with an empty body that is not what was signed': { body: '', wanted: 401 },
    'with something added at its end': { body: `${body} `, wanted: 401 },
  }
}

/**
 * Where it was signed too long ago, or in the future, by our clock or theirs. Schemes that sign no time have nothing that a clock could judge:
 * there a repeat is known by what it does.
 */
function atAnotherTime(mine: TestConnection): Record<string, Attempt> {
  const body = goodBodies[mine.provider]
  return {
    'signed six minutes ago': { headers: signed(mine, body, minutes(-6)), wanted: 401 },
    'signed six minutes from now': { headers: signed(mine, body, minutes(6)), wanted: 401 },
    'signed by a clock that is an hour behind ours': { headers: signed(mine, body, minutes(-60)), wanted: 401 },
    'signed by a clock that is an hour before ours': { headers: signed(mine, body, minutes(60)), wanted: 401 },
  }
}

/** Where whoever sends it has the secret, but nothing that can be read. */
function withABodyOfNoUse(mine: TestConnection): Record<string, Attempt> {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  const huge = JSON.stringify({ pad: 'x'.repeat(1_100_000) })
  const bodies: Record<string, { body: string; wanted: number }> = {
    'rightly proven, but cut off in the middle': { body: '{"half":', wanted: 400 },
    'rightly proven, but only a number': { body: '42', wanted: 400 },
    'rightly proven, but empty': { body: '', wanted: 400 },
    'rightly proven, but nested too deep to be read': { body: deep, wanted: 400 },
    'rightly proven, but over 1 MiB': { body: huge, wanted: 413 },
  }
  return Object.fromEntries(Object.entries(bodies).map(([name, { body, wanted }]) => [name, { body, headers: signed(mine, body), wanted }]))
}
