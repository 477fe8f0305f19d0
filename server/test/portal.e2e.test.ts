import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Person } from './person.ts'
import { addToRoster, cookieOf, enterByLink, makePortalLink, openLink } from './portal.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { calendlyBooking, stripePayment } from './webhook-bodies.ts'

let app: RunningApp
let owner: Person
const roster = { maya: '', ben: '', marcus: '' }
const people: Record<'maya' | 'ben' | 'marcus', Person> = { maya: new Person('', {}), ben: new Person('', {}), marcus: new Person('', {}) }

/** Books a call of a lead with a closer, by a setter or by nobody. */
const booking = (lead: string, host: string, setter: string | null): object => {
  const body = JSON.parse(
    calendlyBooking(`invitee-of-${lead.toLowerCase()}`, { name: lead, email: `${lead.toLowerCase()}@lead.example` }),
  ) as {
    payload: { tracking: object; questions_and_answers: object[]; scheduled_event: { event_memberships: object[] } }
  }
  body.payload.scheduled_event.event_memberships = [{ user_email: host, user_name: 'Host' }]
  body.payload.tracking = setter ? { utm_content: setter } : {}
  body.payload.questions_and_answers = []
  return body
}
const payment = (lead: string): object => {
  const body = JSON.parse(stripePayment(`pi_${lead.toLowerCase()}`)) as { data: { object: Record<string, unknown> } }
  Object.assign(body.data.object, { receipt_email: `${lead.toLowerCase()}@lead.example`, customer: `cus_${lead.toLowerCase()}` })
  return body
}

beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
  roster.maya = await addToRoster(owner, 'Closer', 'Maya Okafor', 'maya@host.example')
  roster.ben = await addToRoster(owner, 'Closer', 'Ben Adler', 'ben@host.example')
  roster.marcus = await addToRoster(owner, 'Setter', 'Marcus Hale')
  const connect = async (provider: string, secret: string) => {
    const { createConnection } = await owner.ask<{ createConnection: { connection: { webhookUrl: string } } }>(
      `mutation ($input: CreateConnectionInput!) { createConnection(input: $input) { connection { webhookUrl } } }`,
      { input: { provider, name: 'Main', webhookSecret: secret } },
    )
    return { webhookUrl: createConnection.connection.webhookUrl, secret }
  }
  const [calendly, stripe] = [await connect('CALENDLY', 'calendly-signing-key'), await connect('STRIPE', 'whsec_test_secret')]
  for (const [lead, host, setter] of [
    ['Dana', 'maya@host.example', 'setter-marcus-hale'],
    ['Erik', 'maya@host.example', null],
    ['Fay', 'ben@host.example', 'setter-marcus-hale'],
    ['Gil', 'ben@host.example', null],
  ] as const)
    await app.deliver(calendly, booking(lead, host, setter))
  await app.drain()
  for (const lead of ['Dana', 'Gil']) await app.deliver(stripe, payment(lead))
  await app.drain()
})
afterAll(() => app.close())
beforeEach(async () => {
  for (const [name, input] of [
    ['maya', { closerId: roster.maya }],
    ['ben', { closerId: roster.ben }],
    ['marcus', { setterId: roster.marcus }],
  ] as const)
    people[name] = await enterByLink(app, (await makePortalLink(owner, input)).token)
})

interface Seen {
  events: { totalCount: number; nodes: { id: string; leadName: string }[] }
  leads: { nodes: { id: string; fullName: string }[] }
  payments: { nodes: { id: string; customerName: string | null; event: { leadName: string } | null }[] }
}
const all = `{ events { totalCount nodes { id leadName } } leads { nodes { id fullName } } payments { nodes { id event { leadName } } } }`
const namesIn = ({ events, leads, payments }: Seen) => ({
  events: events.nodes.map(({ leadName }) => leadName).sort(),
  leads: leads.nodes.map(({ fullName }) => fullName).sort(),
  payments: payments.nodes.map(({ event }) => event?.leadName),
})
const file = `mutation ($input: SubmitPostCallFormInput!) { submitPostCallForm(input: $input) { event { outcome } postCallForm { submittedByName } } }`

describe('whoever comes by a portal link', () => {
  it('sees exactly their own calls, leads and payments', async () => {
    expect(namesIn(await people.maya.ask<Seen>(all))).toEqual({ events: ['Dana', 'Erik'], leads: ['Dana', 'Erik'], payments: ['Dana'] })
    expect(namesIn(await people.ben.ask<Seen>(all))).toEqual({ events: ['Fay', 'Gil'], leads: ['Fay', 'Gil'], payments: ['Gil'] })
    expect(namesIn(await people.marcus.ask<Seen>(all))).toEqual({ events: ['Dana', 'Fay'], leads: ['Dana', 'Fay'], payments: ['Dana'] })
    expect(namesIn(await owner.ask<Seen>(all)).events).toEqual(['Dana', 'Erik', 'Fay', 'Gil'])
  })

  it('is answered about another’s call, lead or payment as if there were none', async () => {
    const { events, leads, payments } = await people.ben.ask<Seen>(all)
    const asked = await people.maya.ask(
      `query ($event: ID!, $lead: ID!, $payment: ID!) { event(id: $event) { id } lead(id: $lead) { id } payment(id: $payment) { id } }`,
      {
        event: events.nodes[0]?.id,
        lead: leads.nodes[0]?.id,
        payment: payments.nodes[0]?.id,
      },
    )
    expect(asked).toEqual({ event: null, lead: null, payment: null })
    const filtered = await people.maya.ask<Seen>(
      `query ($ben: [ID!]) { events(filter: { closerIds: $ben }) { totalCount nodes { id leadName } } leads { nodes { id fullName } } payments(filter: { closerIds: $ben }) { nodes { id event { leadName } } } }`,
      { ben: [roster.ben] },
    )
    expect([filtered.events.totalCount, filtered.events.nodes, filtered.payments.nodes]).toEqual([0, [], []])
  })

  it('files the form of their own call, under their name, and of nobody else’s', async () => {
    const callOf = async (person: Person, lead: string) =>
      (await person.ask<Seen>(all)).events.nodes.find(({ leadName }) => leadName === lead)?.id
    const own = { eventId: await callOf(people.maya, 'Dana'), callOccurred: true, leadShowed: false }
    expect(await people.maya.ask(file, { input: own })).toEqual({
      submitPostCallForm: { event: { outcome: 'NO_SHOW' }, postCallForm: { submittedByName: 'Maya Okafor' } },
    })
    const refusal = await people.maya.refused(file, { input: { ...own, eventId: await callOf(people.ben, 'Fay') } })
    expect(refusal).toMatchObject({ message: 'There is no such event.', extensions: { code: 'NOT_FOUND' } })
    const forms = await app.data.owner<{ actor: string }[]>`select actor from audit_log where table_name = 'post_call_forms'`
    expect(forms.map(({ actor }) => actor.replace(/:.*/, ''))).toEqual(['portal'])
  })

  it.each([
    ['the roster', '{ closers { totalCount } }'],
    ['portal links', '{ portalLinks { id } }'],
    ['API keys', '{ apiKeys { id } }'],
    ['invitations', '{ invitations { nodes { id } } }'],
    ['members', '{ organization { members { nodes { email } } } }'],
    ['connections', '{ connections { id } }'],
    ['deliveries', '{ deliveries { totalCount } }'],
    ['settings', 'mutation { updateOrganization(input: { name: "Mine" }) { organization { id } } }'],
    ['a link of their own making', 'mutation { createPortalLink(input: { closerId: "0" }) { url } }'],
  ])('cannot reach %s', async (_what, operation) => {
    for (const person of Object.values(people)) expect((await person.refused(operation)).extensions.code).toBe('FORBIDDEN')
  })

  it('shows the leaderboard of those who do what they do, and no other', async () => {
    const board = (role: 'CLOSER' | 'SETTER') =>
      `{ leaderboard(period: { from: "2026-10-01", to: "2026-10-31" }, role: ${role}, metric: NET_CASH) { name } }`
    for (const [person, own, others] of [
      [people.maya, 'CLOSER', 'SETTER'],
      [people.marcus, 'SETTER', 'CLOSER'],
    ] as const) {
      const { leaderboard } = await person.ask<{ leaderboard: object[] }>(board(own))
      expect(leaderboard.length).toBeGreaterThan(0)
      expect((await person.refused(board(others))).extensions.code).toBe('FORBIDDEN')
    }
  })

  it('has no organizations to go to, and may do what a sales rep may', async () => {
    const { viewer } = await people.marcus.ask<{ viewer: object }>(
      `{ viewer { kind name email role setterId closerId permissions organizations { id } } }`,
    )
    expect(viewer).toEqual({
      kind: 'PORTAL',
      name: 'Marcus Hale',
      email: null,
      role: null,
      setterId: roster.marcus,
      closerId: null,
      permissions: ['SUBMIT_FORMS', 'READ_METRICS'],
      organizations: [],
    })
  })
})

describe('a portal session', () => {
  const own = '{ events { totalCount } }'

  it('ends the moment its link is revoked or replaced', async () => {
    for (const act of ['revokePortalLink', 'replacePortalLink'] as const) {
      const link = await makePortalLink(owner, { closerId: roster.maya })
      const maya = await enterByLink(app, link.token)
      await maya.ask(own)
      await owner.ask(`mutation ($id: ID!) { ${act}(input: { id: $id }) { portalLink { state } } }`, { id: link.id })
      expect(await maya.refused(own)).toMatchObject({
        message: 'This portal session has ended. Open your link again, or ask for a new one.',
        extensions: { code: 'UNAUTHENTICATED' },
      })
      expect((await openLink(app, link.token)).status).toBe(401)
    }
  })

  it.each([
    ['itself', `update portal_sessions set expires_at = now() - interval '1 second' where link_id = $id`],
    ['its link', `update portal_links set expires_at = now() - interval '1 second' where id = $id`],
  ])('ends with the time of %s', async (_what, change) => {
    const link = await makePortalLink(owner, { closerId: roster.maya })
    await app.data.owner.unsafe(change.replace('$id', `'${link.id}'`))
    if (change.includes('portal_links')) expect((await openLink(app, link.token)).status).toBe(401)
    const later = await makePortalLink(owner, { closerId: roster.maya })
    const maya = await enterByLink(app, later.token)
    await app.data.owner.unsafe(change.replace('$id', `'${later.id}'`))
    expect((await maya.refused(own)).extensions.code).toBe('UNAUTHENTICATED')
  })

  it('ends when its person leaves the roster, and goes on when they come back', async () => {
    const active = (isActive: boolean) =>
      owner.ask(`mutation ($id: ID!, $active: Boolean) { updateCloser(input: { id: $id, active: $active }) { closer { id } } }`, {
        id: roster.ben,
        active: isActive,
      })
    await people.ben.ask(own)
    await active(false)
    expect((await people.ben.refused(own)).extensions.code).toBe('UNAUTHENTICATED')
    await active(true)
    await people.ben.ask(own)
  })

  it('is kept out while its organization is suspended', async () => {
    await app.data.owner`update organizations set state = 'suspended', state_reason = 'Unpaid.' where id = ${owner.organizationId}`
    try {
      expect(await people.maya.refused(own)).toMatchObject({
        message: 'This organization is suspended. Unpaid.',
        extensions: { code: 'FORBIDDEN' },
      })
    } finally {
      await app.data.owner`update organizations set state = 'active', state_reason = null where id = ${owner.organizationId}`
    }
  })

  it('goes on being read when the trial is over, and writes nothing then', async () => {
    const { events } = await people.marcus.ask<Seen>(all)
    const { token } = await makePortalLink(owner, { setterId: roster.marcus })
    await app.data
      .owner`update organizations set plan = 'trial', trial_ends_at = now() - interval '1 day' where id = ${owner.organizationId}`
    try {
      const late = await enterByLink(app, token)
      await late.ask(own)
      const input = { eventId: events.nodes[0]?.id, callOccurred: true, leadShowed: true }
      expect((await late.refused(file, { input })).extensions.code).toBe('TRIAL_EXPIRED')
    } finally {
      await app.data.owner`update organizations set plan = 'enterprise', trial_ends_at = null where id = ${owner.organizationId}`
    }
  })

  it('lies beside a signed-in session in one browser: the portal says with a header which it means', async () => {
    const { token } = await makePortalLink(owner, { closerId: roster.maya })
    const both = owner.with({ cookie: cookieOf(await openLink(app, token)) })
    const kindOf = async (person: Person) => (await person.ask<{ viewer: { kind: string } }>('{ viewer { kind } }')).viewer.kind
    expect(await kindOf(both)).toBe('USER')
    expect(await kindOf(both.with({ 'x-portal': '1' }))).toBe('PORTAL')
  })
})
