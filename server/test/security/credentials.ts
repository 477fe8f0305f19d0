import type postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import type { Scope } from '../../src/kernel/actor.ts'
import { makeTenantToken } from '../../src/kernel/tenant-token.ts'
import { portalCookieOf, portalSessionPrefix } from '../../src/modules/identity/service/caller-of-portal.ts'
import { Person } from '../person.ts'
import type { RunningApp } from '../running-app.ts'
import type { Tenant } from './tenant-rows.ts'

interface Key {
  id: string
  person: Person
}

/** A new API key of an organization, and who holds it. */
export async function makeKey(app: RunningApp, owner: Person, wanted: readonly Scope[]): Promise<Key> {
  const { createApiKey } = await owner.ask<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
    `mutation ($scopes: [ApiKeyScope!]!) { createApiKey(input: { name: "Key", scopes: $scopes }) { secret apiKey { id } } }`,
    { scopes: wanted.map((scope) => scope.toUpperCase().replace(':', '_')) },
  )
  return { id: createApiKey.apiKey.id, person: app.withKey(createApiKey.secret) }
}

export async function revokeKey(app: RunningApp, owner: Person, wanted: readonly Scope[]): Promise<Person> {
  const { id, person } = await makeKey(app, owner, wanted)
  await owner.ask(`mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }`, { id })
  return person
}

export async function expireKey(app: RunningApp, owner: Person, wanted: readonly Scope[]): Promise<Person> {
  const { id, person } = await makeKey(app, owner, wanted)
  await app.data.owner`update api_keys set expires_at = now() - interval '1 second' where id = ${id}`
  return person
}

/** Who came by a portal link of a tenant’s first closer or setter; afterwards their session was ended, or their link revoked. */
export async function enterPortal(app: RunningApp, tenant: Tenant, as: 'closers' | 'setters', then?: 'ended' | 'revoked'): Promise<Person> {
  const { owner: database } = app.data
  const [link, session] = [uuidv7(), makeTenantToken(portalSessionPrefix, tenant.organizationId)]
  const [closerId, setterId] = as === 'closers' ? [tenant.id('closers'), null] : [null, tenant.id('setters')]
  await database`insert into portal_links (organization_id, id, closer_id, setter_id, token_hash, last_four, created_by, expires_at, revoked_at)
    values (${tenant.organizationId}, ${link}, ${closerId}, ${setterId}, ${`hash of ${link}`}, 'abcd', 'Ada', now() + interval '1 day',
      ${then === 'revoked' ? new Date() : null})`
  await database`insert into portal_sessions (organization_id, id, link_id, token_hash, address, device, expires_at, ended_at)
    values (${tenant.organizationId}, ${uuidv7()}, ${link}, ${session.hash}, '203.0.113.7', 'Safari on iPhone', now() + interval '1 day',
      ${then === 'ended' ? new Date() : null})`
  return new Person(app.url, { cookie: `${portalCookieOf(app.origin)}=${session.text}` })
}

/** Lets an operator act for a tenant; or did so once, until they stopped or it ran out. */
export async function actInstead(database: postgres.Sql, email: string, tenant: Tenant, then?: 'ended' | 'expired'): Promise<void> {
  await database`insert into operator_sessions (organization_id, id, user_id, operator_name, reason, expires_at, ended_at)
    select ${tenant.organizationId}, ${uuidv7()}, id, name, 'They asked.',
      ${new Date(Date.now() + (then === 'expired' ? -1_000 : 3_600_000))}, ${then === 'ended' ? new Date() : null}
    from auth.users where email = ${email}`
}

/** Credentials are noted in their rows when they are used; noted as of tomorrow already, no call of the matrix changes them. */
export async function noteUseAhead(database: postgres.Sql): Promise<void> {
  await database`update api_keys set last_used_at = now() + interval '1 day'`
  await database`update portal_sessions set last_seen_at = now() + interval '1 day'`
}

/** The session cookie of somebody who signs in with their password once more. */
export async function cookieOf(app: RunningApp, email: string): Promise<string> {
  const answer = await fetch(`${app.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.origin },
    body: JSON.stringify({ email, password: 'correct horse battery' }),
  })
  if (answer.status !== 200) throw new Error(`Signing in was answered ${answer.status}: ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
}
