import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTenantToken } from '../../../kernel/tenant-token.ts'
import { makeOperator } from '../../../../test/operator.ts'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { tokenIn } from '../../../../test/token-in.ts'
import { platformRules } from './platform.rules.ts'

let app: RunningApp
let owner: Person
const people = new Map<string, Person>()

beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
  const join = async (email: string, role: string): Promise<Person> => {
    const { inviteMember } = await owner.ask<{ inviteMember: { url: string } }>(
      `mutation ($email: String!, $role: MemberRole!) { inviteMember(input: { email: $email, role: $role }) { url } }`,
      { email, role },
    )
    const person = (await app.signUp('Some Body', email)).actingIn(owner.organizationId)
    await person.ask(`mutation ($token: String!) { acceptInvitation(input: { token: $token }) { organizationId } }`, {
      token: tokenIn(inviteMember.url),
    })
    return person
  }
  const { createApiKey } = await owner.ask<{ createApiKey: { secret: string } }>(
    `mutation { createApiKey(input: { name: "Key", scopes: [EVENTS_READ, ROSTER_WRITE, CONNECTIONS_WRITE, METRICS_READ] }) { secret } }`,
  )
  for (const [name, person] of [
    ['anonymous', app.anonymous],
    ['a member', await join('rep@northlight.example', 'SALES_REP')],
    ['an admin', await join('admin@northlight.example', 'ADMIN')],
    ['the owner', owner],
    ['somebody of no organization', await app.signUp('No Body', 'nobody@else.example')],
    ['an API key', app.withKey(createApiKey.secret)],
    ['a portal', await enterPortal()],
  ] as const)
    people.set(name, person)
})
afterAll(() => app.close())

/** A closer with the cookie of a portal session. */
async function enterPortal(): Promise<Person> {
  const { organizationId } = owner
  const [link, session] = [makeTenantToken('portal', organizationId), makeTenantToken('portalsession', organizationId)]
  await app.data.owner`with c as (
      insert into closers (organization_id, id, name) values (${organizationId}, gen_random_uuid(), 'Cleo') returning id
    ), l as (
      insert into portal_links (organization_id, id, closer_id, token_hash, last_four, created_by, expires_at)
        select ${organizationId}, gen_random_uuid(), id, ${link.hash}, 'abcd', 'Olive', now() + interval '1 day' from c returning id
    ) insert into portal_sessions (organization_id, id, link_id, token_hash, address, device, expires_at)
        select ${organizationId}, gen_random_uuid(), id, ${session.hash}, '', '', now() + interval '1 day' from l`
  return app.anonymous.with({ cookie: `clinch_portal=${session.text}` })
}

const organization = () => ({ organizationId: owner.organizationId, reason: 'I want to.' })
const mutations: Readonly<Record<string, () => object>> = {
  setOrganizationPlan: () => ({ ...organization(), plan: 'ENTERPRISE', extraSeats: 50 }),
  extendTrial: () => ({ ...organization(), until: new Date(Date.now() + 20 * 86_400_000).toISOString() }),
  suspendOrganization: organization,
  reopenOrganization: organization,
  deleteOrganization: organization,
  restoreOrganization: organization,
  actForOrganization: organization,
  stopActing: () => ({ organizationId: owner.organizationId }),
  createOrganizationFor: () => ({ name: 'Mine', timeZone: 'UTC', currency: 'USD', ownerEmail: 'me@else.example', reason: 'I want to.' }),
  deleteUser: () => ({ userId: owner.organizationId, reason: 'I want to.' }),
}
const queries: Readonly<Record<string, string>> = {
  platformOrganizations: '{ platformOrganizations { nodes { id name } } }',
  platformOrganization: '{ platformOrganization(id: "0197a000-0000-7000-8000-00000000000a") { id } }',
  platformUsers: '{ platformUsers { nodes { id email } } }',
  platformActs: '{ platformActs { nodes { id } } }',
}

/** Everything that an operator could change. */
const written = () => app.data.owner`
  select (select jsonb_agg(to_jsonb(o) order by o.id) from organizations o) as organizations, (select count(*)::int from operator_acts) as acts,
    (select count(*)::int from operator_sessions) as sessions, (select count(*)::int from auth.users) as users,
    (select count(*)::int from organization_members) as members, (select count(*)::int from invitations) as invitations`

describe('whoever is no operator', () => {
  it('is asked about every root field of the platform here', () => {
    expect(Object.keys(mutations)).toEqual(expect.arrayContaining(Object.keys(platformRules.Mutation)))
    expect(Object.keys(queries)).toEqual(expect.arrayContaining(Object.keys(platformRules.Query)))
  })

  it.each(['anonymous', 'a member', 'an admin', 'the owner', 'somebody of no organization', 'an API key', 'a portal'])(
    '%s is refused every one of them, and nothing is written',
    async (who) => {
      const person = people.get(who) ?? app.anonymous
      const code = who === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      const before = await written()
      for (const [name, document] of Object.entries(queries))
        expect([name, (await person.refused(document)).extensions.code]).toEqual([name, code])
      for (const [name, input] of Object.entries(mutations)) {
        const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input!`
        const problem = await person.refused(`mutation ($input: ${type}) { ${name}(input: $input) { __typename } }`, { input: input() })
        expect([name, problem.extensions.code]).toEqual([name, code])
      }
      expect(await written()).toEqual(before)
    },
  )

  it('is refused as soon as that role is taken from them', async () => {
    const operator = await makeOperator(app)
    await operator.ask(queries.platformUsers ?? '')
    await app.data.owner`delete from user_roles where user_id = ${operator.userId}`
    // The database asks for itself: what this process remembers for some seconds does not count.
    expect((await operator.refused(queries.platformUsers ?? '')).extensions.code).toBe('FORBIDDEN')
  })
})

describe('a suspended organization', () => {
  it('lets in no member, key or portal, and its webhooks are stored until it is open again', async () => {
    const operator = await makeOperator(app)
    const {
      createConnection: { connection: target },
    } = await owner.ask<{ createConnection: { connection: { id: string; webhookUrl: string } } }>(
      `mutation { createConnection(input: { provider: STRIPE, name: "Main", webhookSecret: "whsec_of_this_test_alone" }) { connection { id webhookUrl } } }`,
    )
    const change = (name: string) =>
      operator.ask(`mutation ($id: ID!) { ${name}(input: { organizationId: $id, reason: "Unpaid." }) { organization { id } } }`, {
        id: owner.organizationId,
      })
    await change('suspendOrganization')
    for (const who of ['a member', 'an admin', 'the owner', 'an API key', 'a portal']) {
      const problem = await (people.get(who) ?? app.anonymous).refused('{ events { nodes { id } } }')
      expect([who, problem.extensions.code, problem.message]).toEqual([who, 'FORBIDDEN', 'This organization is suspended. Unpaid.'])
    }
    const answer = await app.deliver(
      { webhookUrl: target.webhookUrl, secret: 'whsec_of_this_test_alone' },
      { id: 'evt_1', type: 'customer.created', created: 1_791_388_933, data: { object: {} } },
    )
    expect(answer.status).toBe(200)
    await app.drain()
    const stored = () => app.data.owner<{ state: string }[]>`select state from deliveries where connection_id = ${target.id}`
    expect(await stored()).toEqual([{ state: 'held' }])
    await change('reopenOrganization')
    await app.drain()
    expect(await stored()).toEqual([{ state: 'ignored' }])
    await owner.ask('{ events { nodes { id } } }')
  })
})
