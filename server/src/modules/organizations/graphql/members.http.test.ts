import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

interface MemberOf {
  id: string
  userId: string
  name: string
  email: string
  role: string
  isYou: boolean
}

let people = 0
const address = (word: string) => `${word}${(people += 1)}@people.example`

const invite = async (by: Person, email: string, more: object = { role: 'ADMIN' }) => {
  const { inviteMember } = await by.ask<{ inviteMember: { url: string; invitation: { id: string } } }>(
    `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url invitation { id } } }`,
    { input: { email, ...more } },
  )
  return { id: inviteMember.invitation.id, token: tokenIn(inviteMember.url) }
}
const tokenIn = (url: string): string => new URL(url).searchParams.get('token') ?? ''
const accepting = `mutation ($token: String!) { acceptInvitation(input: { token: $token }) { organizationId } }`

const join = async (owner: Person, more: object = { role: 'ADMIN' }) => {
  const email = address('member')
  const { token } = await invite(owner, email, more)
  const person = await app.signUp('Mia Member', email)
  await person.ask(accepting, { token })
  return { person: person.actingIn(owner.organizationId), email }
}
const membersOf = async (person: Person): Promise<MemberOf[]> => {
  const { organization } = await person.ask<{ organization: { members: { nodes: MemberOf[] } } }>(
    `{ organization { members { nodes { id userId name email role isYou } } } }`,
  )
  return organization.members.nodes
}
const memberOf = async (owner: Person, email: string): Promise<MemberOf> => {
  const found = (await membersOf(owner)).find((each) => each.email === email)
  if (!found) throw new Error(`${email} is no member`)
  return found
}
const change = `mutation ($memberId: ID!, $role: MemberRole!) { changeMemberRole(input: { memberId: $memberId, role: $role }) { member { role } } }`
const remove = `mutation ($memberId: ID!) { removeMember(input: { memberId: $memberId }) { memberId } }`
const leave = `mutation { leaveOrganization(input: {}) { organizationId } }`
const transfer = `mutation ($memberId: ID!) { transferOwnership(input: { memberId: $memberId }) { organization { members { nodes { email role } } } } }`
const writeSomething = `mutation ($name: String!) { createTrafficType(input: { name: $name }) { trafficType { id } } }`

describe('an invitation', () => {
  it('reaches its address by e-mail, with a link that lets it join', async () => {
    const owner = await app.organize()
    const email = address('invited')
    await invite(owner, ` ${email.toUpperCase()} `)
    await app.drain()
    const mail = app.mailbox.mails().find(({ to }) => to === email)
    const link = /https?:\S+accept-invitation\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    const person = await app.signUp('Ina Invited', email)
    expect(await person.ask(accepting, { token: tokenIn(link) })).toEqual({ acceptInvitation: { organizationId: owner.organizationId } })
    expect(await memberOf(owner, email)).toMatchObject({ name: 'Ina Invited', role: 'ADMIN', isYou: false })
    expect((await membersOf(owner)).find(({ isYou }) => isYou)).toMatchObject({ role: 'OWNER' })
  })

  it('is answered alike whether it is unknown, used, taken back, expired, replaced or for somebody else', async () => {
    const owner = await app.organize()
    const email = address('invited')
    const person = await app.signUp('Ina Invited', email)
    const tokens: Record<string, string> = {}
    const fresh = () => invite(owner, email)
    tokens.unknown = (await fresh()).token.replace(/.{6}$/, 'AAAAAA')
    tokens.malformed = 'invite_x'
    const back = await fresh()
    await owner.ask(`mutation ($id: ID!) { revokeInvitation(input: { id: $id }) { invitation { revokedAt } } }`, { id: back.id })
    tokens.takenBack = back.token
    const expired = await fresh()
    await app.data.owner`update invitations set expires_at = now() where id = ${expired.id}`
    tokens.expired = expired.token
    const replaced = await fresh()
    await owner.ask(`mutation ($id: ID!) { resendInvitation(input: { id: $id }) { url } }`, { id: replaced.id })
    tokens.replaced = replaced.token
    tokens.somebodyElses = (await invite(owner, address('other'))).token
    const used = await fresh()
    await person.ask(accepting, { token: used.token })
    tokens.used = used.token
    const answers = new Map<string, unknown>()
    for (const [kind, token] of Object.entries(tokens)) {
      const { message, extensions } = await person.refused(accepting, { token })
      answers.set(kind, { message, code: extensions.code })
    }
    expect(new Set([...answers.values()].map((each) => JSON.stringify(each)))).toEqual(new Set([JSON.stringify(answers.get('unknown'))]))
    expect(answers.get('unknown')).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('that is sent again has a new link for seven more days', async () => {
    const owner = await app.organize()
    const email = address('invited')
    const { id } = await invite(owner, email)
    await app.data.owner`update invitations set expires_at = now() - interval '1 day' where id = ${id}`
    const again = await owner.ask<{ resendInvitation: { url: string; invitation: { id: string; expiresAt: string } } }>(
      `mutation ($id: ID!) { resendInvitation(input: { id: $id }) { url invitation { id expiresAt } } }`,
      { id },
    )
    expect(again.resendInvitation.invitation.id).toBe(id)
    expect(Date.parse(again.resendInvitation.invitation.expiresAt) - Date.now()).toBeGreaterThan(6.9 * 86_400_000)
    await app.drain()
    expect(app.mailbox.mails().filter(({ to }) => to === email)).toHaveLength(2)
    const person = await app.signUp('Ina Invited', email)
    await person.ask(accepting, { token: tokenIn(again.resendInvitation.url) })
    const refused = await owner.refused(`mutation ($id: ID!) { resendInvitation(input: { id: $id }) { url } }`, { id })
    expect(refused.extensions.code).toBe('CONFLICT')
  })

  it('is refused for an address that is a member already', async () => {
    const owner = await app.organize()
    const { email } = await join(owner)
    const refused = await owner.refused(`mutation ($email: String!) { inviteMember(input: { email: $email, role: ADMIN }) { url } }`, {
      email,
    })
    expect(refused.extensions).toMatchObject({ code: 'CONFLICT', fields: [{ path: 'email' }] })
  })

  it('cannot be tried without end', async () => {
    const limited = await app.signUp('Gus Guesser', address('guesser'))
    const codes: string[] = []
    for (let attempt = 0; attempt < 32; attempt += 1)
      codes.push((await limited.refused(accepting, { token: 'invite_guess' })).extensions.code)
    expect(new Set(codes.slice(0, 30))).toEqual(new Set(['NOT_FOUND']))
    expect(codes.slice(30)).toEqual(['RATE_LIMITED', 'RATE_LIMITED'])
  })

  it('waits for a free seat, and can be used once there is one', async () => {
    const owner = await app.organize()
    await app.data.owner`update organizations set plan = 'starter' where id = ${owner.organizationId}`
    const email = address('invited')
    const { token } = await invite(owner, email)
    const person = await app.signUp('Ina Invited', email)
    const full = await person.refused(accepting, { token })
    expect(full.extensions).toMatchObject({ code: 'PLAN_LIMIT', limit: 1, used: 1, plan: 'STARTER' })
    await app.data.owner`update organizations set extra_seats = 1 where id = ${owner.organizationId}`
    await person.ask(accepting, { token })
    const { organization } = await owner.ask<{ organization: unknown }>(
      `{ organization { plan trialEndsAt readOnly state usage { seatsUsed seats importsUsed imports sessionsAtOnce } } }`,
    )
    expect(organization).toEqual({
      plan: 'STARTER',
      trialEndsAt: null,
      readOnly: false,
      state: 'ACTIVE',
      usage: { seatsUsed: 2, seats: 2, importsUsed: 0, imports: 100, sessionsAtOnce: 1 },
    })
  })

  it('makes its first admin the owner, where the organization was made for somebody', async () => {
    const owner = await app.organize()
    const email = address('first')
    const { token } = await invite(owner, email)
    await app.data.owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`delete from organization_members where organization_id = ${owner.organizationId}`
    })
    const person = await app.signUp('Fay First', email)
    await person.ask(accepting, { token })
    expect(await membersOf(person.actingIn(owner.organizationId))).toMatchObject([{ email, role: 'OWNER', isYou: true }])
  })
})

describe('a member', () => {
  it('has the role that an admin gives them, at once', async () => {
    const owner = await app.organize()
    const { person, email } = await join(owner)
    await person.ask(writeSomething, { name: 'Before' })
    const { id } = await memberOf(owner, email)
    expect(await owner.ask(change, { memberId: id, role: 'SALES_REP' })).toEqual({ changeMemberRole: { member: { role: 'SALES_REP' } } })
    expect((await person.refused(writeSomething, { name: 'After' })).extensions.code).toBe('FORBIDDEN')
    await owner.ask(change, { memberId: id, role: 'ADMIN' })
    await person.ask(writeSomething, { name: 'Again' })
  })

  it('becomes the owner by the owner’s act alone', async () => {
    const owner = await app.organize()
    const { person, email } = await join(owner)
    const [mine, theirs] = [(await membersOf(owner)).find(({ isYou }) => isYou), await memberOf(owner, email)]
    expect((await person.refused(transfer, { memberId: theirs.id })).extensions).toMatchObject({ code: 'FORBIDDEN', required: 'owner' })
    expect((await person.refused(change, { memberId: mine?.id, role: 'SALES_REP' })).extensions.code).toBe('CONFLICT')
    expect((await person.refused(remove, { memberId: mine?.id })).extensions.code).toBe('CONFLICT')
    expect((await owner.refused(change, { memberId: theirs.id, role: 'OWNER' })).extensions.code).toBe('BAD_USER_INPUT')
    const { transferOwnership } = await owner.ask<{ transferOwnership: { organization: { members: { nodes: object[] } } } }>(transfer, {
      memberId: theirs.id,
    })
    expect(transferOwnership.organization.members.nodes).toEqual([
      { email: mine?.email, role: 'ADMIN' },
      { email, role: 'OWNER' },
    ])
    expect((await owner.refused(transfer, { memberId: theirs.id })).extensions.code).toBe('FORBIDDEN')
    await person.ask(remove, { memberId: mine?.id })
  })

  it('who is removed or leaves is nobody on the roster any more, and the keys that they made go on', async () => {
    const owner = await app.organize()
    const { createCloser } = await owner.ask<{ createCloser: { closer: { id: string } } }>(
      `mutation { createCloser(input: { name: "Cleo Closer", email: "cleo@x.example" }) { closer { id } } }`,
    )
    const closerId = createCloser.closer.id
    const linked = async () =>
      (await app.data.owner<{ user_id: string | null }[]>`select user_id from closers where id = ${closerId}`)[0]?.user_id ?? null
    const removed = await join(owner, { role: 'ADMIN', closerId })
    const { createApiKey } = await removed.person.ask<{ createApiKey: { secret: string } }>(
      `mutation { createApiKey(input: { name: "Theirs", scopes: [ROSTER_READ] }) { secret } }`,
    )
    const { id, userId } = await memberOf(owner, removed.email)
    expect(await linked()).toBe(userId)
    expect(await owner.ask(remove, { memberId: id })).toEqual({ removeMember: { memberId: id } })
    expect(await linked()).toBeNull()
    expect((await removed.person.refused(`{ organization { id } }`)).extensions.code).toBe('FORBIDDEN')
    await app.withKey(createApiKey.secret).ask(`{ closers { nodes { id } } }`)

    const left = await join(owner, { role: 'SALES_REP', closerId })
    expect(await linked()).not.toBeNull()
    expect(await left.person.ask(leave)).toEqual({ leaveOrganization: { organizationId: owner.organizationId } })
    expect(await linked()).toBeNull()
    expect((await left.person.refused(`{ organization { id } }`)).extensions.code).toBe('FORBIDDEN')
    const [audited] = await app.data.owner`
      select actor from audit_log where organization_id = ${owner.organizationId} and table_name = 'organization_members' and operation = 'delete'
      order by at desc limit 1`
    expect(audited?.actor).toMatch(/^user:/)
  })

  it('who owns it cannot leave', async () => {
    const owner = await app.organize()
    expect((await owner.refused(leave)).extensions.code).toBe('CONFLICT')
  })

  it('of another organization is told nothing and changes nothing', async () => {
    const [owner, other] = [await app.organize(), await app.organize()]
    const { email } = await join(owner)
    const { id } = await memberOf(owner, email)
    for (const act of [
      () => other.refused(remove, { memberId: id }),
      () => other.refused(change, { memberId: id, role: 'SALES_REP' }),
      () => other.refused(transfer, { memberId: id }),
    ])
      expect((await act()).extensions.code).toBe('NOT_FOUND')
    expect(await memberOf(owner, email)).toMatchObject({ role: 'ADMIN' })
  })
})

describe('deleting an organization', () => {
  const request = `mutation ($name: String!) { requestOrganizationDeletion(input: { confirmName: $name }) { organization { state deleteAfter } } }`
  const keep = `mutation ($id: ID!) { keepOrganization(input: { organizationId: $id }) { organizationId } }`

  it('is the owner’s to ask for, by its name, and theirs to take back', async () => {
    const owner = await app.organize('Farewell')
    const { person: admin } = await join(owner)
    const id = owner.organizationId
    expect((await admin.refused(request, { name: 'Farewell' })).extensions).toMatchObject({ code: 'FORBIDDEN', required: 'owner' })
    expect((await owner.refused(request, { name: 'farewell?' })).extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'confirmName' }],
    })
    const { requestOrganizationDeletion } = await owner.ask<{
      requestOrganizationDeletion: { organization: { state: string; deleteAfter: string } }
    }>(request, { name: 'Farewell' })
    expect(requestOrganizationDeletion.organization.state).toBe('DELETING')
    const days = (Date.parse(requestOrganizationDeletion.organization.deleteAfter) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(29.9)
    for (const person of [owner, admin]) expect((await person.refused(`{ organization { id } }`)).extensions.code).toBe('FORBIDDEN')
    expect((await admin.refused(keep, { id })).extensions.code).toBe('NOT_FOUND')
    expect(await owner.ask(keep, { id })).toEqual({ keepOrganization: { organizationId: id } })
    await admin.ask(`{ organization { id } }`)
    expect((await owner.refused(keep, { id })).extensions.code).toBe('NOT_FOUND')
  })
})

describe('a trial that is over', () => {
  it('refuses writes with TRIAL_EXPIRED, shows everything, and lets access be taken away', async () => {
    const owner = await app.organize()
    const { person: rep } = await join(owner, { role: 'SALES_REP' })
    const { id } = await invite(owner, address('waiting'))
    await app.data
      .owner`update organizations set plan = 'trial', trial_ends_at = now() - interval '1 second' where id = ${owner.organizationId}`
    const refused = await owner.refused(writeSomething, { name: 'Late' })
    expect(refused).toMatchObject({ extensions: { code: 'TRIAL_EXPIRED' }, message: expect.stringContaining('Nothing is lost') })
    const inviting = await owner.refused(`mutation { inviteMember(input: { email: "a@b.example", role: ADMIN }) { url } }`)
    expect(inviting.extensions.code).toBe('TRIAL_EXPIRED')
    const { organization } = await rep.ask<{ organization: { readOnly: boolean; trialEndsAt: string } }>(
      `{ organization { readOnly trialEndsAt } }`,
    )
    expect(organization.readOnly).toBe(true)
    expect(Date.parse(organization.trialEndsAt)).toBeLessThanOrEqual(Date.now())
    await owner.ask(`mutation ($id: ID!) { revokeInvitation(input: { id: $id }) { invitation { revokedAt } } }`, { id })
    await rep.ask(leave)
  })
})

describe('the plans', () => {
  it('are published to anybody, with their prices and limits', async () => {
    const { plans } = await app.anonymous.ask<{ plans: unknown }>(
      `{ plans { plan monthlyPrice { amount currency } yearlyPrice { amount } imports seats sessionsAtOnce } }`,
    )
    const usd = (amount: string) => ({ amount, currency: 'USD' })
    expect(plans).toEqual([
      { plan: 'TRIAL', monthlyPrice: usd('0.00'), yearlyPrice: null, imports: 100, seats: 1, sessionsAtOnce: 1 },
      { plan: 'STARTER', monthlyPrice: usd('99.00'), yearlyPrice: { amount: '1089.00' }, imports: 100, seats: 1, sessionsAtOnce: 1 },
      { plan: 'PROFESSIONAL', monthlyPrice: usd('199.00'), yearlyPrice: null, imports: null, seats: 1, sessionsAtOnce: 1 },
      { plan: 'ENTERPRISE', monthlyPrice: usd('499.00'), yearlyPrice: null, imports: null, seats: 10, sessionsAtOnce: null },
    ])
  })
})

describe('the link of an invitation', () => {
  it('stands nowhere in the queue while its mail waits, and nothing of the mail stays once it is sent', async () => {
    const owner = await app.organize()
    const { token } = await invite(owner, address('sealed'))
    const jobs = () => app.data.owner<{ row: string }[]>`
      select to_jsonb(j)::text as row from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'mail.send'`
    const waiting = await jobs()
    expect(waiting).not.toEqual([])
    for (const { row } of waiting) for (const word of [token, 'accept-invitation', '@people.example']) expect(row).not.toContain(word)
    await app.drain()
    expect(await jobs()).toEqual([])
    expect(app.mailbox.mails().some(({ text }) => text.includes(token))).toBe(true)
  })
})
