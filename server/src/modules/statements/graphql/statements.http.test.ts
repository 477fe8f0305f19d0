import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../../test/person.ts'
import { makeWorld, type World } from '../../../../test/security/world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.close())

interface Dispute {
  id: string
  state: string
  missing: boolean
  answer: string | null
  amount: { amount: string; currency: string } | null
  closer: { id: string } | null
  payment: { id: string } | null
}

const fields = 'id state missing answer amount { amount currency } closer { id } payment { id }'
const disputing = `mutation ($input: DisputeCreditInput!) { disputeCredit(input: $input) { dispute { ${fields} } } }`
const answering = `mutation ($input: AnswerCreditDisputeInput!) { answerCreditDispute(input: $input) { dispute { ${fields} } } }`
const dispute = async (person: Person, input: object): Promise<Dispute> =>
  (await person.ask<{ disputeCredit: { dispute: Dispute } }>(disputing, { input })).disputeCredit.dispute
const disputesSeenBy = async (person: Person): Promise<Dispute[]> =>
  (await person.ask<{ creditDisputes: { nodes: Dispute[] } }>(`{ creditDisputes(filter: { states: [OPEN] }) { nodes { ${fields} } } }`))
    .creditDisputes.nodes

describe('a statement', () => {
  it('has a line of each payment that their figures and lists count, and says which of them are in no sum', async () => {
    const period = { from: '2026-10-01', to: '2026-10-31' }
    interface Line {
      id: string
      reporting: object | null
      payment: { id: string }
    }
    const { statementLines, payments, metrics } = await world.people.portalSetter.ask<{
      statementLines: { totalCount: number; nodes: Line[] }
      payments: { nodes: { id: string }[] }
      metrics: { missingRates: { payments: number }[] }
    }>(
      `query ($period: PeriodInput!) {
        statementLines(period: $period) { totalCount nodes { id reporting { net { amount } } payment { id } } }
        payments(filter: { paid: $period }) { nodes { id } }
        metrics(period: $period) { missingRates { payments } } }`,
      { period },
    )
    const { nodes } = statementLines
    expect(nodes.map(({ payment }) => payment.id)).toEqual(payments.nodes.map(({ id }) => id))
    expect(nodes.map(({ id }) => id)).toContain(world.first.id('payments'))
    expect(statementLines.totalCount).toBe(nodes.length)
    const without = nodes.filter(({ reporting }) => reporting === null)
    expect(metrics.missingRates.reduce((sum, each) => sum + each.payments, 0)).toBe(without.length)
  })
})

describe('a disputed credit', () => {
  it('is one, sent twice; is answered by an admin, and read by whoever made it', async () => {
    const { rep, setter, owner } = world.people
    await world.app.data.owner`delete from credit_disputes where organization_id = ${world.first.organizationId}`
    const input = { paymentId: world.first.id('payments'), comment: 'All of it is mine.', clientMutationId: uuidv7() }
    const made = await dispute(rep, input)
    expect(made).toMatchObject({
      state: 'OPEN',
      missing: false,
      closer: { id: world.first.id('closers') },
      payment: { id: input.paymentId },
    })
    expect((await dispute(rep, input)).id).toBe(made.id)
    expect((await rep.refused(disputing, { input: { ...input, clientMutationId: uuidv7() } })).extensions.code).toBe('CONFLICT')
    expect(await disputesSeenBy(owner)).toEqual([made])
    expect(await disputesSeenBy(setter)).toEqual([])

    const answer = { id: made.id, verdict: 'PARTLY_ACCEPTED', answer: 'Half of it.', clientMutationId: uuidv7() }
    await owner.ask(answering, { input: answer })
    await owner.ask(answering, { input: answer })
    const { payment } = await rep.ask<{ payment: { creditDisputes: Dispute[] } }>(
      `query ($id: ID!) { payment(id: $id) { creditDisputes { ${fields} } } }`,
      { id: input.paymentId },
    )
    expect(payment.creditDisputes).toMatchObject([{ id: made.id, state: 'PARTLY_ACCEPTED', answer: 'Half of it.' }])
  })

  it('is not there while the team shows no money: not to be taken back, nor answered when it is sent again', async () => {
    const { setter, owner } = world.people
    const show = (money: string) =>
      owner.ask('mutation ($input: UpdatePortalSettingsInput!) { updatePortalSettings(input: $input) { portalSettings { money } } }', {
        input: { money },
      })
    const input = { paymentId: world.first.id('payments'), comment: 'I booked it.', clientMutationId: uuidv7() }
    const { id } = await dispute(setter, input)
    const withdrawing = `mutation ($input: WithdrawCreditDisputeInput!) { withdrawCreditDispute(input: $input) { dispute { ${fields} } } }`
    await show('NONE')
    expect((await setter.refused(withdrawing, { input: { id } })).extensions.code).toBe('NOT_FOUND')
    expect((await setter.refused(disputing, { input })).extensions.code).toBe('NOT_FOUND')
    await show('PAYMENTS')
    expect(await setter.ask(withdrawing, { input: { id } })).toMatchObject({
      withdrawCreditDispute: { dispute: { id, state: 'WITHDRAWN' } },
    })
  })

  it('of a missing payment is of no payment, and is refused where the amount is none', async () => {
    const { portalCloser } = world.people
    const missing = { leadName: 'Kim', amount: { amount: '250.00', currency: 'USD' }, paidOn: '2026-10-03' }
    expect(await dispute(portalCloser, { missing, comment: 'I closed her.' })).toMatchObject({
      missing: true,
      payment: null,
      amount: missing.amount,
    })
    const wrong = { missing: { ...missing, amount: { amount: '250.005', currency: 'USD' } }, comment: 'I closed her.' }
    expect((await portalCloser.refused(disputing, { input: wrong })).extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'missing.amount.amount' }],
    })
  })
})
