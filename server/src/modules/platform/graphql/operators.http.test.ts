import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeOperator } from '../../../../test/operator.ts'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { tokenIn } from '../../../../test/token-in.ts'

let app: RunningApp
let operator: Person & { userId: string }
beforeAll(async () => {
  app = await startApp()
  operator = await makeOperator(app)
})
afterAll(() => app.close())

interface Organization {
  id: string
  plan: string
  trialEndsAt: string | null
  extraSeats: number
  state: string
  stateReason: string | null
  deleteAfter: string | null
  readOnly: boolean
}

const fields = 'id plan trialEndsAt extraSeats state stateReason deleteAfter readOnly'
const act = (name: string, input: object, by: Person = operator) =>
  by
    .ask<Record<string, { organization: Organization }>>(
      `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { organization { ${fields} } } }`,
      { input },
    )
    .then((data) => data[name]?.organization)
const refused = (name: string, input: object, by: Person = operator) =>
  by.refused(`mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { organization { id } } }`, {
    input,
  })

const actsOf = (organizationId: string) => app.data.owner<
  { act: string; user_id: string; reason: string; subject: string; request_id: string; address: string }[]
>`
  select act, user_id, reason, subject, request_id, address from operator_acts where concerned_organization_id = ${organizationId} order by id`
const auditOf = (organizationId: string, table: string) => app.data.owner<
  { actor: string; operation: string; after: Record<string, unknown> | null; request_id: string }[]
>`
  select actor, operation, after, request_id from audit_log where organization_id = ${organizationId} and table_name = ${table} order by at desc, id desc`

describe('an operator', () => {
  it('puts an organization on a plan; both the platform and the tenant remember who did it and why', async () => {
    const { organizationId } = await app.organize()
    const input = { organizationId, plan: 'PROFESSIONAL', extraSeats: 2, reason: 'They paid by invoice.' }
    expect(await act('setOrganizationPlan', input)).toMatchObject({ plan: 'PROFESSIONAL', extraSeats: 2, trialEndsAt: null })
    const [done] = await actsOf(organizationId)
    expect(done).toMatchObject({ act: 'set_plan', user_id: operator.userId, reason: 'They paid by invoice.', address: '127.0.0.1' })
    expect(done?.subject).toContain('Northlight')
    const [entry] = await auditOf(organizationId, 'organizations')
    expect(entry).toMatchObject({
      actor: `operator:${operator.userId}`,
      operation: 'update',
      after: { plan: 'professional', extra_seats: 2 },
    })
    expect(entry?.request_id).toBe(done?.request_id)
  })

  it('gives an organization that goes back on trial its seven days', async () => {
    const { organizationId } = await app.organize()
    const back = await act('setOrganizationPlan', { organizationId, plan: 'TRIAL', reason: 'Wrong plan.' })
    const left = Date.parse(back?.trialEndsAt ?? '') - Date.now()
    expect(left).toBeGreaterThan(6.9 * 86_400_000)
    expect(left).toBeLessThanOrEqual(7 * 86_400_000)
  })

  it('extends a trial, also one that is over, which can be written in again at once', async () => {
    const owner = await app.organize()
    const { organizationId } = owner
    await app.data.owner`update organizations set plan = 'trial', trial_ends_at = now() - interval '1 day' where id = ${organizationId}`
    const write = `mutation { createTrafficType(input: { name: "Cold" }) { trafficType { id } } }`
    expect((await owner.refused(write)).extensions.code).toBe('TRIAL_EXPIRED')
    const until = new Date(Date.now() + 10 * 86_400_000).toISOString()
    expect(await act('extendTrial', { organizationId, until, reason: 'Evaluating.' })).toMatchObject({
      trialEndsAt: until,
      readOnly: false,
    })
    await owner.ask(write)
    const sooner = new Date(Date.now() + 86_400_000).toISOString()
    expect((await refused('extendTrial', { organizationId, until: sooner, reason: 'x' })).extensions.code).toBe('CONFLICT')
    await act('setOrganizationPlan', { organizationId, plan: 'STARTER', reason: 'Paid.' })
    const later = new Date(Date.now() + 20 * 86_400_000).toISOString()
    expect((await refused('extendTrial', { organizationId, until: later, reason: 'x' })).message).toBe('This organization is not on trial.')
  })

  it('suspends with a reason that its members are told, and opens it again', async () => {
    const owner = await app.organize()
    const { organizationId } = owner
    await act('suspendOrganization', { organizationId, reason: 'An invoice is open.' })
    const problem = await owner.refused('{ organization { name } }')
    expect(problem.extensions.code).toBe('FORBIDDEN')
    expect(problem.message).toBe('This organization is suspended. An invoice is open.')
    expect((await refused('suspendOrganization', { organizationId, reason: 'Again.' })).extensions.code).toBe('CONFLICT')
    expect(await act('reopenOrganization', { organizationId, reason: 'It was paid.' })).toMatchObject({
      state: 'ACTIVE',
      stateReason: null,
    })
    await owner.ask('{ organization { name } }')
    expect((await refused('reopenOrganization', { organizationId, reason: 'Again.' })).extensions.code).toBe('CONFLICT')
    expect((await actsOf(organizationId)).map((each) => each.act)).toEqual(['suspend', 'reopen'])
  })

  it('has an organization deleted after thirty days, which its owner cannot take back and an operator can', async () => {
    const owner = await app.organize()
    const { organizationId } = owner
    const deleting = await act('deleteOrganization', { organizationId, reason: 'Fraud.' })
    expect(deleting).toMatchObject({ state: 'DELETING', stateReason: 'Fraud.' })
    expect(Date.parse(deleting?.deleteAfter ?? '') - Date.now()).toBeGreaterThan(29.9 * 86_400_000)
    const keep = `mutation ($id: ID!) { keepOrganization(input: { organizationId: $id }) { organizationId } }`
    expect((await owner.refused(keep, { id: organizationId })).extensions.code).toBe('NOT_FOUND')
    expect(await act('restoreOrganization', { organizationId, reason: 'A mistake.' })).toMatchObject({ state: 'ACTIVE', deleteAfter: null })
    await owner.ask('{ organization { name } }')
  })

  it('leaves an organization suspended, for the reason it was, when its deletion is taken back', async () => {
    const owner = await app.organize()
    const { organizationId } = owner
    await act('suspendOrganization', { organizationId, reason: 'An invoice is open.' })
    await act('deleteOrganization', { organizationId, reason: 'They left.' })
    expect(await act('restoreOrganization', { organizationId, reason: 'They came back.' })).toMatchObject({
      state: 'SUSPENDED',
      stateReason: 'An invoice is open.',
      deleteAfter: null,
    })
    expect((await owner.refused('{ organization { name } }')).message).toBe('This organization is suspended. An invoice is open.')
    // Opened and deleted again, it is open afterwards: nothing of the earlier suspension is remembered.
    await act('reopenOrganization', { organizationId, reason: 'Paid.' })
    await act('deleteOrganization', { organizationId, reason: 'They left.' })
    expect(await act('restoreOrganization', { organizationId, reason: 'They came back.' })).toMatchObject({
      state: 'ACTIVE',
      stateReason: null,
    })
  })

  it('restores nothing whose day has come', async () => {
    const { organizationId } = await app.organize()
    await app.data
      .owner`update organizations set state = 'deleting', delete_after = now() - interval '1 second' where id = ${organizationId}`
    for (const name of ['restoreOrganization', 'actForOrganization']) {
      expect((await refused(name, { organizationId, reason: 'Too late.' })).message).toBe('Its days are over: it is being deleted.')
    }
    expect(await actsOf(organizationId)).toEqual([])
  })

  it('is told of input that does not fit, field by field, and of organizations that are not there', async () => {
    const { organizationId } = await app.organize()
    for (const [name, input, path] of [
      ['suspendOrganization', { organizationId, reason: '  ' }, 'reason'],
      ['suspendOrganization', { organizationId: 'no id', reason: 'x' }, 'organizationId'],
      ['setOrganizationPlan', { organizationId, plan: 'STARTER', extraSeats: -1, reason: 'x' }, 'extraSeats'],
      ['extendTrial', { organizationId, until: '2099-01-01T00:00:00Z', reason: 'x' }, 'until'],
      ['actForOrganization', { organizationId, minutes: 61, reason: 'x' }, 'minutes'],
    ] as const) {
      const { extensions } = await refused(name, input)
      expect([name, extensions.code, extensions.fields?.[0]?.path]).toEqual([name, 'BAD_USER_INPUT', path])
    }
    const nowhere = '0197a000-0000-7000-8000-00000000ffff'
    for (const name of ['suspendOrganization', 'reopenOrganization', 'deleteOrganization', 'restoreOrganization', 'actForOrganization'])
      expect((await refused(name, { organizationId: nowhere, reason: 'x' })).extensions.code).toBe('NOT_FOUND')
  })
})

describe('an act that is sent twice', () => {
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString()
  const acts: [name: string, more: object, before: string | null][] = [
    ['setOrganizationPlan', { plan: 'STARTER', extraSeats: 3 }, null],
    ['extendTrial', { until }, `plan = 'trial', trial_ends_at = now() + interval '1 day'`],
    ['suspendOrganization', {}, null],
    ['reopenOrganization', {}, `state = 'suspended', state_reason = 'x'`],
    ['deleteOrganization', {}, null],
    ['restoreOrganization', {}, `state = 'deleting', delete_after = now() + interval '1 day'`],
    ['actForOrganization', { minutes: 5 }, null],
  ]

  it.each(acts)('is one, in the platform’s list and in the tenant’s log: %s', async (name, more, before) => {
    const { organizationId } = await app.organize()
    if (before) await app.data.owner.unsafe(`update organizations set ${before} where id = '${organizationId}'`)
    const logged = async () =>
      (
        await app.data.owner<{ count: number }[]>`select count(*)::int as count from audit_log where organization_id = ${organizationId}
        and actor = ${`operator:${operator.userId}`}`
      )[0]?.count
    const input = { organizationId, ...more, reason: 'Asked for.', clientMutationId: `twice-${name}` }
    const first = await act(name, input)
    const [done, entries] = [await actsOf(organizationId), await logged()]
    expect(done).toHaveLength(1)
    expect(entries).toBe(1)
    // Again, and again by several at once.
    expect(await act(name, input)).toEqual(first)
    await Promise.all([act(name, input), act(name, input), act(name, input)])
    expect(await actsOf(organizationId)).toEqual(done)
    expect(await logged()).toBe(entries)
    const other = await refused(name, { ...input, reason: 'Another.' })
    expect(other.extensions).toMatchObject({ code: 'CONFLICT', fields: [{ path: 'clientMutationId' }] })
  })

  it('at the same moment is one as well', async () => {
    const { organizationId } = await app.organize()
    const input = { organizationId, reason: 'At once.', clientMutationId: 'at-once' }
    const answers = await Promise.all(Array.from({ length: 6 }, () => act('suspendOrganization', input)))
    expect(new Set(answers.map((each) => each?.state))).toEqual(new Set(['SUSPENDED']))
    expect(await actsOf(organizationId)).toHaveLength(1)
  })

  it('is each operator’s own, and good again once a day has passed', async () => {
    const { organizationId } = await app.organize()
    const input = { organizationId, plan: 'STARTER', reason: 'Paid.', clientMutationId: 'the very same' }
    await act('setOrganizationPlan', input)
    const other = await makeOperator(app)
    await act('setOrganizationPlan', input, other)
    expect((await actsOf(organizationId)).map((each) => each.user_id)).toEqual([operator.userId, other.userId])
    await app.data.owner`update operator_idempotency_keys set created_at = now() - interval '25 hours' where user_id = ${operator.userId}`
    await act('setOrganizationPlan', input)
    expect(await actsOf(organizationId)).toHaveLength(3)
    const [left] = await app.data
      .owner`select count(*)::int as old from operator_idempotency_keys where created_at < now() - interval '24 hours'
      and user_id = ${operator.userId} and key = 'the very same'`
    expect(left).toEqual({ old: 0 })
  })

  it('makes one organization for somebody, whose link is told once and kept nowhere', async () => {
    const input = {
      name: 'Twice',
      timeZone: 'UTC',
      currency: 'USD',
      ownerEmail: 'twice@harbor.example',
      reason: 'Sold.',
      clientMutationId: 'make-once',
    }
    const make = async () =>
      (
        await operator.ask<{ createOrganizationFor: { invitationUrl: string | null; organization: { id: string } } }>(
          `mutation ($input: CreateOrganizationForInput!) { createOrganizationFor(input: $input) { invitationUrl organization { id } } }`,
          { input },
        )
      ).createOrganizationFor
    const [first, again] = [await make(), await make()]
    expect(again).toEqual({ invitationUrl: null, organization: first.organization })
    expect(await app.data.owner`select id from organizations where name = 'Twice'`).toHaveLength(1)
    const [kept] = await app.data.owner<
      { text: string }[]
    >`select to_jsonb(k)::text as text from operator_idempotency_keys k where key = 'make-once'`
    expect(kept?.text).not.toContain(tokenIn(first.invitationUrl ?? ''))
    await app.drain()
    expect(app.mailbox.mails().filter(({ to }) => to === 'twice@harbor.example')).toHaveLength(1)
  })

  it('deletes one user, and stops acting once', async () => {
    const { organizationId } = await app.organize()
    const gone = await app.signUp('Gone Twice', 'gone@twice.example')
    expect(gone).toBeDefined()
    const [user] = await app.data.owner<{ id: string }[]>`select id from auth.users where email = 'gone@twice.example'`
    const deletion = `mutation ($input: DeleteUserInput!) { deleteUser(input: $input) { userId } }`
    const input = { userId: user?.id, reason: 'They asked.', clientMutationId: 'delete-once' }
    expect(await operator.ask(deletion, { input })).toEqual(await operator.ask(deletion, { input }))
    await act('actForOrganization', { organizationId, reason: 'Help.' })
    for (let round = 0; round < 2; round += 1) await act('stopActing', { organizationId, clientMutationId: 'stop-once' })
    expect((await actsOf(organizationId)).map((each) => each.act)).toEqual(['act_for', 'stop_acting'])
  })
})

describe('an organization that is made for somebody', () => {
  it('is owned by the invited person once they accept, and by nobody before', async () => {
    const input = {
      name: 'Harbor',
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      ownerEmail: 'Hanna@Harbor.example',
      reason: 'Sold by phone.',
    }
    const { createOrganizationFor: made } = await operator.ask<{
      createOrganizationFor: { invitationUrl: string; organization: { id: string; ownerName: string | null; plan: string } }
    }>(
      `mutation ($input: CreateOrganizationForInput!) { createOrganizationFor(input: $input) { invitationUrl organization { id ownerName plan } } }`,
      { input },
    )
    expect(made.organization).toMatchObject({ ownerName: null, plan: 'TRIAL' })
    await app.drain()
    const mail = app.mailbox.mails().find(({ to }) => to === 'hanna@harbor.example')
    expect(mail?.text).toContain(made.invitationUrl)

    const stranger = await app.signUp('Some Body', 'somebody@else.example')
    const accept = `mutation ($token: String!) { acceptInvitation(input: { token: $token }) { organizationId } }`
    const token = tokenIn(made.invitationUrl)
    expect((await stranger.refused(accept, { token })).extensions.code).toBe('NOT_FOUND')
    const hanna = (await app.signUp('Hanna Harbor', 'hanna@harbor.example')).actingIn(made.organization.id)
    await hanna.ask(accept, { token })
    const { viewer } = await hanna.ask<{ viewer: { role: string } }>('{ viewer { role } }')
    expect(viewer.role).toBe('OWNER')
    expect((await actsOf(made.organization.id)).map((each) => each.act)).toEqual(['create_organization'])
    const entries = await auditOf(made.organization.id, 'invitations')
    expect(entries.map(({ actor }) => actor)).toContain(`operator:${operator.userId}`)
  })
})

describe('deleting a user', () => {
  const deleteUser = `mutation ($userId: ID!) { deleteUser(input: { userId: $userId, reason: "They asked us to." }) { userId } }`
  const idOf = async (email: string) =>
    (await app.data.owner<{ id: string }[]>`select id from auth.users where email = ${email}`)[0]?.id ?? ''

  it('ends their sessions and memberships, lets their closer go, and is in the tenant’s own log', async () => {
    const owner = await app.organize()
    const { inviteMember } = await owner.ask<{ inviteMember: { url: string } }>(
      `mutation { inviteMember(input: { email: "leaver@northlight.example", role: ADMIN }) { url } }`,
    )
    const leaver = (await app.signUp('Lea Ver', 'leaver@northlight.example')).actingIn(owner.organizationId)
    await leaver.ask(`mutation ($token: String!) { acceptInvitation(input: { token: $token }) { organizationId } }`, {
      token: tokenIn(inviteMember.url),
    })
    const userId = await idOf('leaver@northlight.example')
    await owner.ask(`mutation { createCloser(input: { name: "Lea", email: "leaver@northlight.example" }) { closer { id } } }`)
    await app.data.owner`update closers set user_id = ${userId} where organization_id = ${owner.organizationId}`
    await leaver.ask('{ organization { name } }')

    await operator.ask(deleteUser, { userId })

    expect((await leaver.refused('{ organization { name } }')).extensions.code).toBe('UNAUTHENTICATED')
    const [left] = await app.data.owner`
      select (select count(*)::int from auth.users where id = ${userId}) as users, (select count(*)::int from auth.sessions where user_id = ${userId}) as sessions,
        (select count(*)::int from organization_members where user_id = ${userId}) as memberships, (select count(*)::int from closers where user_id = ${userId}) as closers,
        (select count(*)::int from closers where organization_id = ${owner.organizationId}) as roster`
    expect(left).toEqual({ users: 0, sessions: 0, memberships: 0, closers: 0, roster: 1 })
    const [entry] = await auditOf(owner.organizationId, 'organization_members')
    expect(entry).toMatchObject({ actor: `operator:${operator.userId}`, operation: 'delete' })
    const [done] = await app.data.owner`select act, subject from operator_acts where user_id = ${operator.userId} order by id desc limit 1`
    expect(done).toEqual({ act: 'delete_user', subject: `Lea Ver <leaver@northlight.example>, ${userId}` })
  })

  it('is refused while they own an organization, and of operators', async () => {
    const { organizationId } = await app.organize('Keeper')
    const [owner] = await app.data.owner<
      { id: string }[]
    >`select user_id as id from organization_members where organization_id = ${organizationId}`
    expect((await operator.refused(deleteUser, { userId: owner?.id })).extensions.code).toBe('CONFLICT')
    expect((await operator.refused(deleteUser, { userId: operator.userId })).extensions.code).toBe('CONFLICT')
    expect((await operator.refused(deleteUser, { userId: '0197a000-0000-7000-8000-00000000ffff' })).extensions.code).toBe('NOT_FOUND')
  })
})
