import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeOperator } from '../../../../test/operator.ts'
import type { Person } from '../../../../test/person.ts'
import { addToRoster, enterByLink, makePortalLink } from '../../../../test/portal.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { makeKey } from '../../../../test/security/credentials.ts'
import { until } from '../../../../test/until.ts'
import { enterAs, totp, type Visitor } from '../../../../test/visitor.ts'

let app: RunningApp
/** Another process's server on the same database. */
let there: RunningApp
beforeAll(async () => {
  app = await startApp()
  there = await startApp({ data: app.data })
})
afterAll(async () => {
  await there.close()
  await app.close()
})

const password = 'a long enough password'
const demand = (required: boolean) =>
  `mutation { updateOrganization(input: { secondFactorRequired: ${required} }) { organization { secondFactorRequired } } }`
const wanted = 'This organization asks everybody for a second step when signing in. Turn yours on, and it opens.'
const refusedFor = { code: 'FORBIDDEN', required: 'second_factor' }
let people = 0

interface Seen {
  viewer: {
    organizationId: string | null
    secondFactorWanted: boolean
    why: string | null
    twoFactorEnabled: boolean
    organizations: { id: string }[]
  }
}
const seen = async (person: Person): Promise<Seen['viewer']> =>
  (await person.ask<Seen>('{ viewer { organizationId secondFactorWanted why twoFactorEnabled organizations { id } } }')).viewer

/** Turns the second factor on, with the code that an authenticator shows. */
async function secure(visitor: Visitor): Promise<void> {
  const { body } = await visitor.post('two-factor/enable', { password })
  const secret = new URL(String(body?.totpURI)).searchParams.get('secret') ?? ''
  expect((await visitor.post('two-factor/verify-totp', { code: totp(secret) })).status).toBe(200)
}

/** An organization, and a browser of its owner, who has a second factor. */
async function house(): Promise<{ owner: Visitor; id: string; asOwner: () => Person }> {
  const owner = await enterAs(app, 'Olive', `olive${(people += 1)}@demand.example`, password)
  const { createOrganization } = await owner.person.ask<{ createOrganization: { organization: { id: string } } }>(
    `mutation { createOrganization(input: { name: "Demand", timeZone: "UTC", currency: "USD" }) { organization { id } } }`,
  )
  const { id } = createOrganization.organization
  await app.data.owner`update organizations set plan = 'enterprise', trial_ends_at = null where id = ${id}`
  await secure(owner)
  return { owner, id, asOwner: () => owner.person.actingIn(id) }
}

async function join(owner: Person, role: string): Promise<Visitor> {
  const email = `member${(people += 1)}@demand.example`
  const { inviteMember } = await owner.ask<{ inviteMember: { url: string } }>(
    'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url } }',
    { input: { email, role } },
  )
  const visitor = await enterAs(app, 'Mia Member', email, password)
  const token = new URL(inviteMember.url).searchParams.get('token')
  await visitor.person.ask('mutation ($token: String!) { acceptInvitation(input: { token: $token }) { organizationId } }', { token })
  return visitor
}

describe('an organization that demands a second factor', () => {
  let id: string
  let asOwner: () => Person
  beforeEach(async () => {
    ;({ id, asOwner } = await house())
  })

  it('lets a member without one into nothing of it but who they are, and says what to do', async () => {
    for (const role of ['ADMIN', 'SALES_REP']) {
      const member = await join(asOwner(), role)
      const inside = member.person.actingIn(id)
      await inside.ask('{ organization { name } }')
      await asOwner().ask(demand(true))
      expect((await inside.refused('{ organization { name } }')).extensions).toMatchObject(refusedFor)
      expect((await inside.refused('{ events { nodes { id } } }')).message).toBe(wanted)
      expect((await inside.refused('mutation { leaveOrganization(input: {}) { organizationId } }')).extensions).toMatchObject(refusedFor)
      expect(await seen(inside)).toEqual({
        organizationId: null,
        secondFactorWanted: true,
        why: wanted,
        twoFactorEnabled: false,
        organizations: [{ id }],
      })
      await secure(member)
      expect(await seen(member.person.actingIn(id))).toMatchObject({ organizationId: id, secondFactorWanted: false, why: null })
      await member.person.actingIn(id).ask('{ organization { name } }')
      await asOwner().ask(demand(false))
    }
  })

  it('shuts out whoever turns theirs off, at once', async () => {
    const member = await join(asOwner(), 'ADMIN')
    await asOwner().ask(demand(true))
    await secure(member)
    await member.person.actingIn(id).ask('{ organization { name } }')
    await member.post('two-factor/disable', { password })
    expect((await member.person.actingIn(id).refused('{ organization { name } }')).extensions).toMatchObject(refusedFor)
  })

  it('shuts members out of every process within moments, though each remembers them', async () => {
    const member = await join(asOwner(), 'ADMIN')
    const elsewhere = member.person.actingIn(id).at(there.url)
    for (let time = 0; time < 3; time += 1) expect((await seen(elsewhere)).organizationId).toBe(id)
    await asOwner().ask(demand(true))
    await until('the member is shut out there', async () => (await seen(elsewhere)).secondFactorWanted)
    await asOwner().ask(demand(false))
    await until('the member is let in there', async () => (await seen(elsewhere)).organizationId === id)
  })

  it('lets no write of theirs through that was recognised before it was demanded', async () => {
    const member = await join(asOwner(), 'ADMIN')
    const { userId } = await memberOf(member)
    const stands = async () => {
      const rows = await app.data.database.transaction(
        { organizationId: id, userId, scope: 'organization', repIds: [], actor: `user:${userId}`, requestId: 'test' },
        (tx) => tx.query<{ stands: boolean }>(`select caller_stands('user', $1::uuid, 'admin') as stands`, [userId]),
      )
      return rows[0]?.stands
    }
    expect(await stands()).toBe(true)
    await asOwner().ask(demand(true))
    expect(await stands()).toBe(false)
    await secure(member)
    expect(await stands()).toBe(true)
  })

  it('asks it of nobody who comes by a key or a portal link', async () => {
    const { person: key } = await makeKey(app, asOwner(), ['events:read'])
    const closer = await addToRoster(asOwner(), 'Closer', 'Cleo')
    const portal = await enterByLink(app, (await makePortalLink(asOwner(), { closerId: closer })).token)
    await asOwner().ask(demand(true))
    await key.ask('{ events { nodes { id } } }')
    await portal.ask('{ organization { name } }')
  })

  it('shows its members who has one, and to nobody else', async () => {
    const member = await join(asOwner(), 'ADMIN')
    const shown = async () =>
      (
        await asOwner().ask<{ organization: { members: { nodes: { name: string; hasSecondFactor: boolean }[] } } }>(
          '{ organization { members { nodes { name hasSecondFactor } } } }',
        )
      ).organization.members.nodes
    expect(await shown()).toEqual([
      { name: 'Olive', hasSecondFactor: true },
      { name: 'Mia Member', hasSecondFactor: false },
    ])
    await secure(member)
    expect((await shown())[1]).toEqual({ name: 'Mia Member', hasSecondFactor: true })
    const { userId } = await memberOf(member)
    const stranger = (await house()).id
    const asked = (organizationId: string, scope: 'organization' | 'own') =>
      app.data.database.transaction({ organizationId, userId: null, scope, repIds: [], actor: 'test', requestId: 'test' }, (tx) =>
        tx.query('select from identity.members_with_second_factor($1::uuid[])', [[userId]]),
      )
    expect(
      [await asked(id, 'organization'), await asked(id, 'own'), await asked(stranger, 'organization')].map(({ length }) => length),
    ).toEqual([1, 0, 0])
  })

  const memberOf = async ({ person }: Visitor) => ({
    userId: (await person.ask<{ viewer: { id: string } }>('{ viewer { id } }')).viewer.id,
  })
})

describe('demanding a second factor', () => {
  it('takes one of one’s own, and the field is named where there is none', async () => {
    const { asOwner } = await house()
    const admin = await join(asOwner(), 'ADMIN')
    const inside = () => app.anonymous.with({ cookie: admin.cookie })
    const organizationId = asOwner().organizationId
    const refused = await inside().actingIn(organizationId).refused(demand(true))
    expect([refused.extensions.code, refused.extensions.fields?.[0]?.path]).toEqual(['BAD_USER_INPUT', 'secondFactorRequired'])
    expect(await asOwner().ask('{ organization { secondFactorRequired } }')).toEqual({ organization: { secondFactorRequired: false } })
    await secure(admin)
    await inside().actingIn(organizationId).ask(demand(true))
  })

  it('is not for sales reps, and stands in the audit log', async () => {
    const { asOwner, id } = await house()
    const rep = await join(asOwner(), 'SALES_REP')
    await secure(rep)
    expect((await rep.person.actingIn(id).refused(demand(true))).extensions).toMatchObject({ code: 'FORBIDDEN', required: 'admin' })
    await asOwner().ask(demand(true))
    const [entry] = await app.data.owner<{ before: object; after: object }[]>`
      select before, after from audit_log where organization_id = ${id} and table_name = 'organizations' order by at desc, id desc limit 1`
    expect([entry?.before, entry?.after]).toMatchObject([{ second_factor_required: false }, { second_factor_required: true }])
  })
})

describe('an operator who acts for an organization that demands a second factor', () => {
  it('is let in with one of their own, and not without', async () => {
    const { asOwner, id } = await house()
    const operator = await makeOperator(app)
    const inside = operator.actingIn(id)
    await operator.ask(
      `mutation ($input: ActForOrganizationInput!) { actForOrganization(input: $input) { organization { actingUntil } } }`,
      {
        input: { organizationId: id, minutes: 30, reason: 'Their form fails; ticket 4711.' },
      },
    )
    await inside.ask('{ organization { name } }')
    await asOwner().ask(demand(true))
    expect((await inside.refused('{ organization { name } }')).extensions).toMatchObject(refusedFor)
    expect((await seen(inside)).secondFactorWanted).toBe(true)
    await app.data.owner`update auth.users set two_factor_enabled = true where id = ${operator.userId}`
    await until('the operator is let in', async () => (await seen(inside)).organizationId === id)
    await inside.ask(`mutation { createCloser(input: { name: "Cleo", email: "cleo@demand.example" }) { closer { id } } }`)
  })
})
