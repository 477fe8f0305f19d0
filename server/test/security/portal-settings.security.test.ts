import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../person.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
  const { first, app } = world
  const sql = app.data.owner
  await sql`update events set lead_email = 'dana@lead.example', answers = ${sql.json([
    { question: 'What do you sell?', answer: 'Plumbing' },
    { question: 'Where do we reach you?', answer: '+1 (202) 555-0143' },
    { question: 'And by mail?', answer: 'dana@lead.example' },
    { question: 'Or rather so?', answer: 'dana＠lead.example' },
    { question: 'Which of +1 202 555 0143 and dana@lead.example?', answer: 'The first' },
    { question: 'And in your own digits?', answer: '٢٠٢٥٥٥٠١٤٣' },
  ])}, cancel_reason = 'Ill. Call +1 (202) 555-0143 or write to dana@lead.example', canceled_by = 'dana@lead.example', setter_name = 'Me, tel:+12025550143',
    source_name = 'dana@lead.example' where id = ${first.id('events')}`
  // Whoever gives no name goes by their address.
  await sql`update events set lead_name = 'dana@lead.example' where id = ${first.id('events', 1)}`
  await sql`insert into event_history (organization_id, id, event_id, at, change, by, detail)
    values (${first.organizationId}, new_id(), ${first.id('events')}, now(), 'booked', 'dana@lead.example', '{}')`
  await sql`update leads set phone = '+12025550143' where id = ${first.id('leads')}`
  await sql`update payments set customer_email = 'dana@lead.example', customer_phone = '+12025550143', reporting_currency = 'EUR',
      description = 'Invoice for dana@lead.example', note = 'A wire of 202-555-0143', reporting_amount_minor = amount_minor, reporting_refunded_minor = 0, reporting_lost_minor = 0 where id in (${first.id('payments')}, ${first.id('payments', 5)})`
  const { disputeCredit } = await world.people.rep.ask<{ disputeCredit: { dispute: { id: string } } }>(
    `mutation ($input: DisputeCreditInput!) { disputeCredit(input: $input) { dispute { id } } }`,
    { input: { missing: { leadName: 'Dana, dana@lead.example' }, comment: 'Their number is 202 555 0143.' } },
  )
  await world.people.owner.ask('mutation ($input: AnswerCreditDisputeInput!) { answerCreditDispute(input: $input) { dispute { id } } }', {
    input: { id: disputeCredit.dispute.id, verdict: 'REJECTED', answer: 'Nothing was paid by dana@lead.example.' },
  })
  // The reason stands in the decision, and its summary in the lead's timeline.
  await world.people.owner.ask(`mutation ($input: AttributePaymentInput!) { attributePayment(input: $input) { payment { id } } }`, {
    input: { paymentId: first.id('payments'), eventId: first.id('events'), reason: 'dana@lead.example and +12025550143 are theirs.' },
  })
})
afterAll(() => world.close())
afterEach(() => settle({ leaderboard: 'NAMES', othersFigures: false, leadContacts: true, money: 'PAYMENTS' }))

const reps = ['rep', 'setter', 'portalCloser', 'portalSetter'] as const
const period = { from: '2026-10-01', to: '2026-10-31' }

async function settle(input: object): Promise<void> {
  await world.people.owner.ask(
    'mutation ($input: UpdatePortalSettingsInput!) { updatePortalSettings(input: $input) { portalSettings { money } } }',
    {
      input,
    },
  )
}

/** Everything by which a lead can be reached, wherever a rep may read of one. */
async function contactsSeenBy(person: Person): Promise<string> {
  const { first } = world
  const answer = await person.ask<object>(
    `query ($event: ID!, $lead: ID!, $payment: ID!) {
      event(id: $event) { ...call lead { ...person } copies { ...call } rescheduledTo { ...call } payments { ...paid } history { by fields } }
      lead(id: $lead) { ...person emails { address } phones { address } events { ...call } payments { ...paid } timeline(first: 50) { nodes { by detail event { ...call } } } }
      payment(id: $payment) { ...paid attribution { summary reason trail { question explanation } history { summary reason } } event { ...call lead { ...person } }
        refunds { reason } disputes { reason } creditDisputes { ...said } }
      events(first: 20) { nodes { ...call } }
      leads(first: 20) { nodes { ...person } }
      payments(first: 20) { nodes { ...paid } }
      creditDisputes(first: 20) { nodes { ...said } }
    }
    fragment call on Event { leadName leadEmail answers { question answer } cancelReason canceledBy setterName sourceName }
    fragment person on Lead { fullName email phone }
    fragment paid on Payment { customerName customerEmail customerPhone description note }
    fragment said on CreditDispute { leadName comment answer }`,
    { event: first.id('events'), lead: first.id('leads'), payment: first.id('payments') },
  )
  return JSON.stringify(answer)
}

const contact = /dana[@＠]lead\.example|555[- ]?0143|٠١٤٣/

describe('how to reach leads', () => {
  it.each(reps)('is told to the %s as long as the settings show it', async (role) => {
    expect(await contactsSeenBy(world.people[role])).toMatch(contact)
  })

  it.each(reps)('is told to the %s nowhere once they hide it, nor found by searching', async (role) => {
    await settle({ leadContacts: false })
    const person = world.people[role]
    const seen = await contactsSeenBy(person)
    expect(seen).not.toMatch(contact)
    // What the lead wrote of themselves stays.
    expect(seen).toContain('Plumbing')
    const found = async (search: string) =>
      person.ask<Record<'events' | 'leads' | 'payments', { totalCount: number }>>(
        `query ($search: String!) { events(filter: { search: $search }) { totalCount } leads(filter: { search: $search }) { totalCount }
          payments(filter: { search: $search }) { totalCount } }`,
        { search },
      )
    const nothing = { events: { totalCount: 0 }, leads: { totalCount: 0 }, payments: { totalCount: 0 } }
    expect(await found('dana@lead')).toEqual(nothing)
    expect(await found('2025550143')).toEqual(nothing)
    expect((await found('Dana')).events.totalCount).toBeGreaterThan(0)
    expect(seen).toContain('Ill. Call (phone) or write to (email)')
  })

  it('stays with owners, admins and keys whatever reps see', async () => {
    await settle({ leadContacts: false })
    for (const person of [world.people.owner, world.people.admin, world.people.operatorActing])
      expect(await contactsSeenBy(person)).toMatch(contact)
    const key = await world.keyWith(['events:read'])
    expect(JSON.stringify(await key.ask('{ events(first: 20) { nodes { leadEmail } } }'))).toMatch(contact)
  })
})

/** Every single payment that a rep could get hold of, and every sum of a few. */
const paymentsSeenBy = (person: Person) =>
  person.ask<{
    payments: { totalCount: number; nodes: object[] }
    paymentTotals: object[]
    payment: object | null
    event: { payments: object[] }
    lead: { payments: object[]; netCash: object | null; timeline: { nodes: { kind: string; amount: object | null }[] } }
    leads: { totalCount: number }
  }>(
    `query ($event: ID!, $lead: ID!, $payment: ID!) { payments(first: 10) { totalCount nodes { id } } paymentTotals { payments } payment(id: $payment) { id }
      event(id: $event) { payments { id } } lead(id: $lead) { payments { id } netCash { amount } timeline(first: 50) { nodes { kind amount { amount } } } }
      leads(filter: { hasPayments: true }) { totalCount } }`,
    { event: world.first.id('events'), lead: world.first.id('leads'), payment: world.first.id('payments') },
  )

const cashSeenBy = async (person: Person) => {
  const { metrics } = await person.ask<{
    metrics: { totals: Record<string, object | number | null>; groups: { values: object }[]; missingRates: object[] }
  }>(
    `query ($period: PeriodInput!) { metrics(period: $period, groupBy: [DAY]) { missingRates { currency }
      totals { bookedCalls cashCollected { amount } refunded { amount } lost { amount } netCash { amount } averageOrderValue { amount } cashPerBookedCall { amount } cashPerShow { amount } }
      groups { values { cashCollected { amount } netCash { amount } } } } }`,
    { period },
  )
  return metrics
}

describe('the money on their calls', () => {
  it.each(reps)('is shown to the %s by payment, where the settings say so', async (role) => {
    const seen = await paymentsSeenBy(world.people[role])
    expect(seen.payments.totalCount).toBeGreaterThan(0)
    expect(seen.payment).not.toBeNull()
    expect(seen.lead.payments.length).toBeGreaterThan(0)
    expect((await cashSeenBy(world.people[role])).totals.cashCollected).toEqual({ amount: expect.stringMatching(/^[1-9]/) as string })
  })

  it.each(reps)('is shown to the %s as their own sums alone, where the settings say figures', async (role) => {
    await settle({ money: 'FIGURES' })
    const seen = await paymentsSeenBy(world.people[role])
    expect(seen).toMatchObject({
      payments: { totalCount: 0, nodes: [] },
      paymentTotals: [],
      payment: null,
      event: { payments: [] },
      lead: { payments: [], netCash: null },
      leads: { totalCount: 0 },
    })
    expect(seen.lead.timeline.nodes.filter(({ amount }) => amount !== null)).toEqual([])
    expect((await cashSeenBy(world.people[role])).totals.cashCollected).toEqual({ amount: expect.stringMatching(/^[1-9]/) as string })
  })

  it.each(reps)('is shown to the %s nowhere, where the settings hide it', async (role) => {
    await settle({ money: 'NONE' })
    expect((await paymentsSeenBy(world.people[role])).payments.totalCount).toBe(0)
    const { totals, groups, missingRates } = await cashSeenBy(world.people[role])
    const { bookedCalls, ...money } = totals
    expect(bookedCalls).toBeGreaterThan(0)
    expect(new Set(Object.values(money))).toEqual(new Set([null]))
    expect(groups.every(({ values }) => Object.values(values).every((value) => value === null))).toBe(true)
    expect(missingRates).toEqual([])
  })

  it('stays with owners and admins whatever reps see', async () => {
    await settle({ money: 'NONE' })
    expect((await paymentsSeenBy(world.people.admin)).payments.totalCount).toBeGreaterThan(0)
    expect((await cashSeenBy(world.people.admin)).totals.cashCollected).not.toBeNull()
  })
})

interface Place {
  rank: number
  id: string | null
  name: string | null
  isSelf: boolean
  values: { bookedCalls: number; netCash: { amount: string } | null } | null
}

const board = (person: Person, role: 'CLOSER' | 'SETTER', metric = 'BOOKED_CALLS') =>
  person.send<{ leaderboard: Place[] }>(
    `query ($period: PeriodInput!, $role: RosterRole!, $metric: LeaderboardMetric!) { leaderboard(period: $period, role: $role, metric: $metric) {
      rank id name isSelf values { bookedCalls netCash { amount } } } }`,
    { period, role, metric },
  )
const placesOf = async (person: Person, role: 'CLOSER' | 'SETTER'): Promise<Place[]> => (await board(person, role)).data?.leaderboard ?? []
const codeOf = async (answer: ReturnType<typeof board>) => (await answer).errors?.[0]?.extensions.code

describe('the leaderboard', () => {
  it.each(['rep', 'portalCloser'] as const)('shows the %s who is where, and nobody’s figures but their own', async (role) => {
    const places = await placesOf(world.people[role], 'CLOSER')
    expect(places.length).toBeGreaterThan(1)
    expect(places.filter(({ isSelf }) => isSelf).map(({ id }) => id)).toEqual([world.first.id('closers')])
    for (const place of places) {
      expect(place.name).toEqual(expect.any(String))
      expect(place.values === null).toBe(!place.isSelf)
    }
    // Ranked as the whole organization is.
    const whole = await placesOf(world.people.owner, 'CLOSER')
    expect(places.map(({ rank, id }) => ({ rank, id }))).toEqual(whole.map(({ rank, id }) => ({ rank, id })))
  })

  it('shows the figures of others where the settings allow', async () => {
    await settle({ othersFigures: true })
    const places = await placesOf(world.people.portalCloser, 'CLOSER')
    expect(places.every(({ values }) => values !== null)).toBe(true)
    await settle({ othersFigures: true, money: 'NONE' })
    const moneyless = await placesOf(world.people.portalCloser, 'CLOSER')
    expect(moneyless.every(({ values }) => values?.netCash === null)).toBe(true)
  })

  it.each(['rep', 'portalCloser'] as const)('shows the %s no name and no id but their own, where the settings show ranks', async (role) => {
    await settle({ leaderboard: 'RANKS', othersFigures: true })
    const places = await placesOf(world.people[role], 'CLOSER')
    expect(places.length).toBeGreaterThan(1)
    for (const { isSelf, id, name } of places) expect([id === null, name === null]).toEqual([!isSelf, !isSelf])
  })

  it.each(reps)('is refused to the %s where the settings hide it', async (role) => {
    await settle({ leaderboard: 'HIDDEN' })
    for (const of of ['CLOSER', 'SETTER'] as const) expect(await codeOf(board(world.people[role], of))).toBe('FORBIDDEN')
  })

  it('is refused to whoever does something else, and by money that is not shown', async () => {
    expect(await codeOf(board(world.people.portalSetter, 'CLOSER'))).toBe('FORBIDDEN')
    expect(await codeOf(board(world.people.rep, 'SETTER'))).toBe('FORBIDDEN')
    expect(await codeOf(board(world.people.bystander, 'CLOSER'))).toBe('FORBIDDEN')
    await settle({ money: 'NONE' })
    expect(await codeOf(board(world.people.portalCloser, 'CLOSER', 'NET_CASH'))).toBe('FORBIDDEN')
    expect(await codeOf(board(world.people.portalCloser, 'CLOSER', 'CASH_COLLECTED'))).toBe('FORBIDDEN')
    expect(await codeOf(board(world.people.portalCloser, 'CLOSER', 'SHOWS'))).toBeUndefined()
  })

  it('shows nothing of another organization', async () => {
    const ids = (await placesOf(world.people.portalCloser, 'CLOSER')).map(({ id }) => id)
    expect(ids).not.toContain(world.rival.id('closers'))
  })
})

describe('portal settings', () => {
  it('are changed one by one, told to everybody in the organization, and stand in the audit log', async () => {
    await settle({ money: 'FIGURES' })
    await settle({ leaderboard: 'RANKS' })
    for (const role of [...reps, 'owner'] as const) {
      expect(await world.people[role].ask('{ portalSettings { leaderboard othersFigures leadContacts money } }')).toEqual({
        portalSettings: { leaderboard: 'RANKS', othersFigures: false, leadContacts: true, money: 'FIGURES' },
      })
    }
    const [entry] = await world.app.data.owner<{ actor: string; after: object }[]>`
      select actor, after from audit_log where table_name = 'portal_settings' and organization_id = ${world.first.organizationId} order by at desc limit 1`
    expect(entry).toMatchObject({ actor: expect.stringMatching(/^user:/) as string, after: { leaderboard: 'ranks' } })
    // Those of another organization are their own.
    expect(await world.people.rival.ask('{ portalSettings { leaderboard } }')).toEqual({ portalSettings: { leaderboard: 'NAMES' } })
  })
})
