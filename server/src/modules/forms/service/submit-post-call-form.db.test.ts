import type { QuestionName } from '@clinch/schema/forms'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { options, ownField, OwnForm } from '../../../../test/own-form.ts'
import { until } from '../../../../test/until.ts'
import { registerReactions } from '../../../app/modules.ts'
import { createPackage } from '../../packages/service/create-package.ts'
import { confirmReport } from '../../payments/service/reconcile-reports.ts'
import { createCallOutcome } from './create-call-outcome.ts'
import { createOpportunityStatus } from './create-opportunity-status.ts'
import { loadFormsOfEvents, loadFormVersions } from './form-rows.ts'
import { countFieldUses } from './form-usage.ts'
import { retireCallOutcome } from './retire-call-outcome.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const reason = ownField('reason', { required: true, shownIf: { fieldKey: 'dealClosed', anyOf: ['false'] } })
const size = ownField('team_size', { kind: 'number' })
const needs = ownField('needs', { kind: 'multi_select', options: options('time', 'money', 'proof') })
const source = ownField('heard_of_us', { kind: 'select', options: options('ad', 'friend') })

/** An organization whose form asks its own fields. */
async function begin(...fields: ReturnType<typeof ownField>[]) {
  const home = await OwnForm.begin(test)
  await home.save({ fields })
  return home
}
const formOf = async (home: OwnForm, eventId: string) =>
  as(test.database, home.admin, async (tx) => {
    const form = (await loadFormsOfEvents(tx, [eventId])).get(eventId)
    const history = form ? (await loadFormVersions(tx, [form.id])).get(form.id) : []
    return { form, history: history ?? [] }
  })
const refused = (...paths: string[]) => ({
  code: 'BAD_USER_INPUT',
  details: { fields: paths.map((path) => expect.objectContaining({ path }) as object) },
})
const lists = (home: OwnForm, outcome: 'closed' | 'offer_made' = 'closed') =>
  as(test.database, home.admin, async (tx) => {
    const { admin: actor } = home
    const price = { amount: '9000', currency: 'USD' }
    return {
      packageId: (await createPackage({ actor, tx, input: { name: 'Mentoring', price, paidInFull: true } })).id,
      callOutcomeId: (await createCallOutcome({ actor, tx, input: { label: 'Signed', color: 'green', outcome } })).id,
      opportunityStatusId: (await createOpportunityStatus({ actor, tx, input: { label: 'Won', color: 'green' } })).id,
    }
  })
const retire = (home: OwnForm, id: string) =>
  as(test.database, home.admin, (tx) => retireCallOutcome({ actor: home.admin, input: { id }, tx }))

describe("a form with the organization's own fields", () => {
  it('keeps their values as they are stored, under the version that it was filed under', async () => {
    const home = await begin(reason, size, needs)
    const call = await home.call()
    await home.file(call, { fields: { reason: ' Price ', team_size: 12, needs: ['proof', 'time'] }, definitionVersion: 1 })
    const { form, history } = await formOf(home, call)
    const fields = { reason: 'Price', team_size: 12, needs: ['time', 'proof'] }
    expect(form).toMatchObject({ fields, version: 1, submittedByName: 'priya' })
    expect(form?.definitionId).not.toBeNull()
    expect(history).toMatchObject([{ fields, version: 1, definitionId: form?.definitionId, leadShowed: true, dealClosed: false }])
  })

  it('is refused where it leaves one out, where it posts one that is hidden, and where it posts one that there is not', async () => {
    const home = await begin(reason, size)
    const call = await home.call()
    await expect(home.file(call, {})).rejects.toMatchObject(refused('fields.reason'))
    await expect(home.file(call, { dealClosed: true, fields: { reason: 'x' } })).rejects.toMatchObject(refused('fields.reason'))
    await expect(home.file(call, { fields: { reason: 'x', admin: true, team_size: '12' } })).rejects.toMatchObject(
      refused('fields.admin', 'fields.team_size'),
    )
    expect((await formOf(home, call)).form).toBeUndefined()
  })

  it('sent twice is one form, in whatever order its fields stand; said otherwise it is amended', async () => {
    const home = await begin(reason, size)
    const call = await home.call()
    await home.file(call, { fields: { reason: 'Price', team_size: 3 } })
    await home.file(call, { fields: { team_size: 3, reason: 'Price' } })
    expect((await formOf(home, call)).form?.version).toBe(1)
    await home.file(call, { fields: { reason: 'Price', team_size: 4 }, expectedVersion: 1 })
    expect((await formOf(home, call)).form).toMatchObject({ version: 2, fields: { team_size: 4 } })
  })

  it('filed twice at the same moment is one form', async () => {
    const home = await begin(size)
    const call = await home.call()
    await Promise.all([1, 2, 3].map(() => home.file(call, { fields: { team_size: 3 } })))
    expect((await formOf(home, call)).history).toHaveLength(1)
  })

  it('said again by whoever never heard that it was taken is the same form, and said otherwise a conflict', async () => {
    const home = await begin(size)
    const call = await home.call()
    await home.file(call, { fields: { team_size: 3 }, expectedVersion: 0 })
    await home.file(call, { fields: { team_size: 3 }, expectedVersion: 0 })
    await expect(home.file(call, { fields: { team_size: 4 }, expectedVersion: 0 })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await formOf(home, call)).history).toHaveLength(1)
  })

  it('amended by an admin keeps who filed it, and each version says whose it is and what it said', async () => {
    const home = await begin(reason)
    const call = await home.call()
    await home.file(call, { fields: { reason: 'Price' }, notes: 'First' })
    await home.file(call, { fields: { reason: 'Time' }, notes: 'Second' }, home.admin)
    const { form, history } = await formOf(home, call)
    expect(form).toMatchObject({ submittedByName: 'priya', version: 2 })
    expect(history).toMatchObject([
      { version: 2, submittedByName: 'Ada', notes: 'Second', fields: { reason: 'Time' } },
      { version: 1, submittedByName: 'priya', notes: 'First', fields: { reason: 'Price' } },
    ])
  })

  it('is filed by its own closer, and by no other', async () => {
    const home = await begin(size)
    const call = await home.call()
    await expect(home.file(call, { fields: { team_size: 1 } }, home.closer('omar'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await home.file(call, { fields: { team_size: 1 } }, home.closer('priya'))
  })

  it('may be filed by the setter who booked the call', async () => {
    const home = await begin(size)
    const call = await home.call()
    await home.file(call, { fields: { team_size: 1 } }, home.setter)
    expect((await formOf(home, call)).history).toMatchObject([{ submittedByName: 'marcus' }])
  })
})

describe('a definition that changed after a form was filed', () => {
  it('leaves the form as it was, and judges its amendment', async () => {
    const home = await begin(reason, source)
    const call = await home.call()
    await home.file(call, { fields: { reason: 'Price', heard_of_us: 'friend' } })
    const before = await formOf(home, call)
    await home.save({ fields: [size, ownField('heard_of_us', { kind: 'select', options: options('ad') })] })
    expect(await formOf(home, call)).toEqual(before)
    const again = { notes: 'More', fields: { reason: 'Price', heard_of_us: 'friend' } }
    await expect(home.file(call, again)).rejects.toMatchObject(refused('fields.reason', 'fields.heard_of_us'))
    await home.file(call, { notes: 'More', fields: { heard_of_us: 'ad', team_size: 2 } })
    const { form, history } = await formOf(home, call)
    expect(form?.fields).toEqual({ heard_of_us: 'ad', team_size: 2 })
    expect(history.map(({ fields }) => fields)).toEqual([
      { heard_of_us: 'ad', team_size: 2 },
      { reason: 'Price', heard_of_us: 'friend' },
    ])
    expect(new Set(history.map(({ definitionId }) => definitionId)).size).toBe(2)
  })

  it('is told to whoever began under the earlier one, and nothing is filed', async () => {
    const home = await begin(size)
    const call = await home.call()
    await home.save({ fields: [size, reason] })
    await expect(home.file(call, { fields: { team_size: 2 }, definitionVersion: 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'Ada changed what this form asks meanwhile. Look through it again.',
      details: { fields: [expect.objectContaining({ path: 'definitionVersion' })] },
    })
    expect((await formOf(home, call)).form).toBeUndefined()
  })

  it('at the moment at which one is filed leaves it under the version that it was judged by', async () => {
    const home = await begin(size)
    const calls = await Promise.all([home.call(), home.call(), home.call()])
    const [, ...filed] = await Promise.allSettled([
      home.save({ fields: [size, ownField('must', { required: true })] }),
      ...calls.map((call) => home.file(call, { fields: { team_size: 2 } })),
    ])
    for (const [index, call] of calls.entries()) {
      const { form } = await formOf(home, call)
      if (filed[index]?.status === 'fulfilled') expect(form).toMatchObject({ fields: { team_size: 2 } })
      else expect(form).toBeUndefined()
      const [row] = await test.owner<
        { number: number | null }[]
      >`select form_version as number from post_call_forms where event_id = ${call}`
      if (row) expect(row.number).toBe(1)
    }
  })
})

describe('an amendment of what was said to questions that are hidden now', () => {
  const hide = (...names: QuestionName[]) => names.map((name) => ({ name, hidden: true }))
  const cash = { paymentType: 'pif', cashCollected: { amount: '9000', currency: 'USD' } } as const
  const reportsOf = (home: OwnForm) => test.owner<{ amount: bigint; reconciliation: string | null; withdrawn: boolean }[]>`
    select amount_minor as amount, reconciliation, withdrawn_at is not null as withdrawn from payments
    where organization_id = ${home.story.organizationId} and origin = 'form'`

  it('keeps it, and with it the money that an admin confirmed', async () => {
    const home = await begin()
    const named = await lists(home)
    const call = await home.call()
    await home.file(call, { dealClosed: true, ...cash, ...named })
    const [report] = await test.owner<{ id: string }[]>`
      select id from payments where organization_id = ${home.story.organizationId} and origin = 'form'`
    const reportId = report?.id ?? ''
    await as(test.database, home.admin, (tx) => confirmReport({ actor: home.admin, input: { reportId, method: 'wire' }, tx }))
    const confirmed = await reportsOf(home)
    expect(confirmed).toMatchObject([{ amount: 900_000n, reconciliation: 'confirmed', withdrawn: false }])

    await home.save({ fields: [], questions: hide('paymentType', 'cashCollected', 'packageId', 'callOutcomeId', 'opportunityStatusId') })
    await home.file(call, { dealClosed: true, notes: 'Starts in May.' })
    expect(await reportsOf(home)).toEqual(confirmed)
    const { form, history } = await formOf(home, call)
    expect(form).toMatchObject({ version: 2, notes: 'Starts in May.', cashCollectedMinor: 900_000n, paymentType: 'pif', ...named })
    expect(history[0]).toMatchObject({ cashCollectedMinor: 900_000n, paymentType: 'pif', ...named })
    await home.file(call, { dealClosed: true, notes: 'Starts in May.' })
    expect((await formOf(home, call)).form?.version).toBe(2)
  })

  it('is refused where it does not fit the rest any more', async () => {
    const home = await begin()
    const { callOutcomeId } = await lists(home)
    const call = await home.call()
    await home.file(call, { dealClosed: true, ...cash, callOutcomeId })
    await home.save({ fields: [], questions: hide('paymentType', 'cashCollected') })
    await expect(home.file(call, { dealClosed: false })).rejects.toMatchObject(refused('cashCollected', 'paymentType'))
    const other = await home.call()
    await home.save({ fields: [] })
    await home.file(other, { dealClosed: true, callOutcomeId })
    await home.save({ fields: [], questions: hide('callOutcomeId') })
    await expect(home.file(other, { dealClosed: false })).rejects.toMatchObject({
      details: {
        fields: [{ path: 'callOutcomeId', message: expect.stringMatching(/^This form says how the call ended, which/) as string }],
      },
    })
    expect((await formOf(home, other)).form).toMatchObject({ version: 1, dealClosed: true })
  })
})

describe('what a form names of the organization’s lists', () => {
  it('is kept, and has to be there', async () => {
    const home = await begin()
    const named = await lists(home)
    const call = await home.call()
    const elsewhere = await lists(await begin())
    for (const [name, id] of Object.entries(elsewhere)) {
      await expect(home.file(call, { dealClosed: true, ...named, [name]: id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    await home.file(call, { dealClosed: true, ...named })
    const { form, history } = await formOf(home, call)
    expect(form).toMatchObject(named)
    expect(history).toMatchObject([named])
  })

  it('does not contradict what the form says', async () => {
    const home = await begin()
    const { callOutcomeId } = await lists(home)
    const call = await home.call()
    await expect(home.file(call, { offerMade: true, callOutcomeId })).rejects.toMatchObject({
      details: {
        fields: [
          {
            path: 'callOutcomeId',
            message: '“Signed” means that the deal was closed; the answers say that an offer was made and not taken.',
          },
        ],
      },
    })
    await home.file(call, { dealClosed: true, callOutcomeId })
  })

  it('stays where it is retired later, and is not chosen anew', async () => {
    const home = await begin()
    const { callOutcomeId } = await lists(home)
    const [one, other] = [await home.call(), await home.call()]
    await home.file(one, { dealClosed: true, callOutcomeId })
    await retire(home, callOutcomeId)
    await home.file(one, { dealClosed: true, callOutcomeId, notes: 'Amended' })
    expect((await formOf(home, one)).form).toMatchObject({ version: 2, callOutcomeId })
    await expect(home.file(other, { dealClosed: true, callOutcomeId })).rejects.toMatchObject(refused('callOutcomeId'))
  })

  it('means what it meant when the form was stored, also where that changed between', async () => {
    const home = await begin()
    const { callOutcomeId } = await lists(home)
    const call = await home.call()
    let filing: Promise<unknown> | undefined
    await as(test.database, home.admin, async (tx) => {
      await tx.query(`select 1 from call_outcomes where id = $1 for update`, [callOutcomeId])
      filing = home.file(call, { dealClosed: true, callOutcomeId }).catch((error: unknown) => error)
      await until('the form waits for the outcome', async () => {
        const [row] = await test.owner<{ waiting: number }[]>`
          select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
        return (row?.waiting ?? 0) > 0
      })
      await tx.query(`update call_outcomes set outcome = 'no_offer' where id = $1`, [callOutcomeId])
    })
    expect(await filing).toMatchObject(refused('callOutcomeId'))
    expect((await formOf(home, call)).form).toBeUndefined()
  })
})

describe('how often fields are answered', () => {
  it('is counted in the forms as they stand, each of their options too, and those that are asked no more', async () => {
    const home = await begin(size, needs, source)
    const [one, two, three] = [await home.call(), await home.call(), await home.call()]
    await home.file(one, { fields: { team_size: 1, needs: ['time', 'proof'], heard_of_us: 'ad' } })
    await home.file(two, { fields: { needs: ['time'], heard_of_us: 'friend' } })
    await home.file(two, { fields: { needs: ['time'], heard_of_us: 'ad' } })
    await home.file(three, {})
    await home.save({ fields: [needs] })
    expect(await as(test.database, home.admin, (tx) => countFieldUses(tx))).toEqual([
      { key: 'heard_of_us', forms: 2, options: [{ key: 'ad', forms: 2 }] },
      {
        key: 'needs',
        forms: 2,
        options: [
          { key: 'proof', forms: 1 },
          { key: 'time', forms: 2 },
        ],
      },
      { key: 'team_size', forms: 1, options: [] },
    ])
    expect(await as(test.database, home.closer('omar'), (tx) => countFieldUses(tx))).toEqual([])
  })
})
