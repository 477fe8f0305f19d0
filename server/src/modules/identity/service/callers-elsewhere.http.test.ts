import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeKey } from '../../../../test/security/credentials.ts'
import { addToRoster, enterByLink, makePortalLink } from '../../../../test/portal.ts'
import { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { until } from '../../../../test/until.ts'
import { enterAs, Visitor } from '../../../../test/visitor.ts'

let here: RunningApp
/** Another process's server on the same database: it hears of changes by the database alone. */
let there: RunningApp
beforeAll(async () => {
  here = await startApp()
  there = await startApp({ data: here.data })
})
afterAll(async () => {
  await there.close()
  await here.close()
})

const viewer = '{ viewer { name organizationId role why } }'
interface Seen {
  viewer: { name: string; organizationId: string | null; role: string | null; why: string | null } | null
}
const seen = async (person: Person): Promise<Seen['viewer']> => (await person.ask<Seen>(viewer)).viewer

/** Asked again and again there, so that it would be remembered; then changed here; then within moments no more of it there. */
async function changes(
  what: string,
  {
    elsewhere,
    before,
    change,
    after,
  }: { elsewhere: Person; before: string | null; change: () => Promise<unknown>; after: (now: Seen['viewer']) => boolean },
) {
  for (let time = 0; time < 3; time += 1) expect((await seen(elsewhere))?.name ?? null).toBe(before)
  await change()
  // Here nothing is forgotten by itself.
  await until(what, async () => after(await seen(elsewhere)))
}

/** The same credentials at the other server. */
const at = (app: RunningApp, visitor: Visitor, organizationId = ''): Person => {
  const person = new Person(app.url, { cookie: visitor.cookie })
  return organizationId ? person.actingIn(organizationId) : person
}

describe('what another process remembers of a caller', () => {
  it('ends with a key that is revoked', async () => {
    const owner = await here.organize('Keys')
    const { id, person } = await makeKey(here, owner, ['events:read'])
    expect((await seen(person))?.name).toBe('Key')
    const { createApiKey } = await owner.ask<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
      'mutation { createApiKey(input: { name: "Second", scopes: [EVENTS_READ] }) { secret apiKey { id } } }',
    )
    await changes('the key is refused there', {
      elsewhere: there.withKey(createApiKey.secret),
      before: 'Second',
      change: () => owner.ask('mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }', { id: createApiKey.apiKey.id }),
      after: (now) => now === null,
    })
    expect((await seen(person))?.name).toBe('Key')
    expect(id).not.toBe(createApiKey.apiKey.id)
  })

  it('ends with a session that is ended, also by signing out', async () => {
    const nora = await enterAs(here, 'Nora', 'nora@elsewhere.example', 'a long enough password')
    await changes('the session is over there', {
      elsewhere: at(there, nora),
      before: 'Nora',
      change: () => nora.post('sign-out', {}),
      after: (now) => now === null,
    })
  })

  it('ends with a role that is changed, and a membership that is taken away', async () => {
    const owner = await here.organize('Members')
    const visitor = await enterAs(here, 'Mia', 'mia@elsewhere.example', 'a long enough password')
    const { inviteMember } = await owner.ask<{ inviteMember: { url: string } }>(
      'mutation { inviteMember(input: { email: "mia@elsewhere.example", role: ADMIN }) { url } }',
    )
    const token = new URL(inviteMember.url).searchParams.get('token')
    const elsewhere = at(there, visitor, owner.organizationId)
    await changes('the membership is known there', {
      elsewhere,
      before: 'Mia',
      change: () =>
        at(here, visitor).ask('mutation ($token: String!) { acceptInvitation(input: { token: $token }) { organizationId } }', { token }),
      after: (now) => now?.role === 'ADMIN',
    })
    const { organization } = await owner.ask<{ organization: { members: { nodes: { id: string; email: string }[] } } }>(
      '{ organization { members { nodes { id email } } } }',
    )
    const memberId = organization.members.nodes.find(({ email }) => email === 'mia@elsewhere.example')?.id
    await changes('the role is known there', {
      elsewhere,
      before: 'Mia',
      change: () =>
        owner.ask('mutation ($memberId: ID!) { changeMemberRole(input: { memberId: $memberId, role: SALES_REP }) { member { id } } }', {
          memberId,
        }),
      after: (now) => now?.role === 'SALES_REP',
    })
    await changes('they are kept out there', {
      elsewhere,
      before: 'Mia',
      change: () => owner.ask('mutation ($memberId: ID!) { removeMember(input: { memberId: $memberId }) { memberId } }', { memberId }),
      after: (now) => now?.organizationId === null,
    })
  })

  it('ends with a portal link that is revoked', async () => {
    const owner = await here.organize('Portal')
    const closerId = await addToRoster(owner, 'Closer', 'Cleo', 'cleo@elsewhere.example')
    const link = await makePortalLink(owner, { closerId, singleUse: false, expiresAt: new Date(Date.now() + 86_400_000).toISOString() })
    const atFirst = await enterByLink(there, link.token)
    await changes('the portal is shut there', {
      elsewhere: atFirst,
      before: 'Cleo',
      change: () => owner.ask('mutation ($id: ID!) { revokePortalLink(input: { id: $id }) { portalLink { id } } }', { id: link.id }),
      after: (now) => now === null,
    })
  })

  it('ends with an organization that is suspended', async () => {
    const owner = await here.organize('Shut')
    const visitor = await enterAs(here, 'Sue', 'sue@elsewhere.example', 'a long enough password')
    await here.data.owner`insert into organization_members (organization_id, id, user_id, role, name, email)
      select ${owner.organizationId}, gen_random_uuid(), id, 'admin', name, email from auth.users where email = 'sue@elsewhere.example'`
    await changes('it is shut there', {
      elsewhere: at(there, visitor, owner.organizationId),
      before: 'Sue',
      change: () =>
        here.data.owner`update organizations set state = 'suspended', state_reason = 'Unpaid.' where id = ${owner.organizationId}`,
      after: (now) => now?.organizationId === null && (now.why ?? '').includes('Unpaid.'),
    })
  })

  it('is nothing while changes are not heard of', async () => {
    const owner = await here.organize('Deaf')
    const { createApiKey } = await owner.ask<{ createApiKey: { secret: string; apiKey: { id: string } } }>(
      'mutation { createApiKey(input: { name: "Deaf", scopes: [EVENTS_READ] }) { secret apiKey { id } } }',
    )
    const elsewhere = there.withKey(createApiKey.secret)
    const { owner: database } = here.data
    const listeners = async () =>
      (
        await database`select from pg_stat_activity where application_name = 'clinch hears callers_changed' and datname = current_database()`
      ).length
    // Whoever listens is ended, and ended again; each time they wait longer before they listen anew.
    const deaf = { still: true }
    const deafen = (async () => {
      while (deaf.still)
        await database`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'clinch hears callers_changed' and datname = current_database()`
    })()
    await until('nobody listens', async () => (await listeners()) === 0)
    for (let asked = 0; asked < 3;) {
      const before = await listeners()
      expect((await seen(elsewhere))?.name).toBe('Deaf')
      // Changed behind everybody's back: without its trigger nobody is told, and yet it is seen by the very next request.
      await database.begin(async (sql) => {
        await sql`set local session_replication_role = replica`
        await sql`update api_keys set revoked_at = now() where id = ${createApiKey.apiKey.id}`
      })
      const now = await seen(elsewhere)
      if (before === 0 && (await listeners()) === 0) {
        expect(now).toBeNull()
        asked += 1
      }
      await database`update api_keys set revoked_at = null where id = ${createApiKey.apiKey.id}`
    }
    deaf.still = false
    await deafen
  })
})

it('marks of use are told to nobody: they would make everybody forget everybody', async () => {
  const owner = await here.organize('Marks')
  await makeKey(here, owner, ['events:read'])
  const { owner: database } = here.data
  let told = 0
  const listening = await database.listen('callers_changed', () => (told += 1))
  await database`update api_keys set last_used_at = now()`
  await database`update portal_sessions set last_seen_at = now()`
  await database`update portal_links set last_used_at = now()`
  await database`update auth.sessions set updated_at = now()`
  // Heard in the order of their commits: this one comes last.
  await database`update api_keys set name = name`
  await until('the last was heard', () => Promise.resolve(told > 0))
  expect(told).toBe(1)
  await listening.unlisten()
})
