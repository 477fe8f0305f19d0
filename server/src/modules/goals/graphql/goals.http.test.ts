import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import type { Person } from '../../../../test/person.ts'
import { makeWorld, type World } from '../../../../test/security/world.ts'

let world: World
let owner: Person
beforeAll(async () => {
  world = await makeWorld()
  owner = world.people.owner
})
afterAll(() => world.close())

interface Goal {
  id: string
  period: { from: string; to: string }
  target: Figure
  reached: Figure | null
  progress: number | null
}
interface Figure {
  count: number | null
  rate: number | null
  amount: { amount: string; currency: string } | null
}

const figure = 'count rate amount { amount currency }'
const fields = `id period { from to } target { ${figure} } reached { ${figure} } progress`
const setting = `mutation ($input: SetGoalInput!) { setGoal(input: $input) { goal { ${fields} setBy closer { id } setter { id } } } }`
const set = async (input: object): Promise<Goal> => (await owner.ask<{ setGoal: { goal: Goal } }>(setting, { input })).setGoal.goal
const goalsOf = async (person: Person, filter: object = {}): Promise<Goal[]> =>
  (await person.ask<{ goals: Goal[] }>(`query ($filter: GoalFilter) { goals(filter: $filter) { ${fields} } }`, { filter })).goals
const october = { span: 'MONTH', from: '2026-10-09' }

describe('a goal', () => {
  it('is set for a closer and a month, and says what was reached of it', async () => {
    const closerId = world.first.id('closers')
    const goal = await set({ closerId, metric: 'BOOKED_CALLS', ...october, count: 4 })
    expect(goal).toMatchObject({
      period: { from: '2026-10-01', to: '2026-10-31' },
      target: { count: 4, rate: null, amount: null },
      closer: { id: closerId },
      setter: null,
    })
    const { metrics } = await owner.ask<{ metrics: { totals: { bookedCalls: number } } }>(
      `query ($of: [ID!]) { metrics(period: { from: "2026-10-01", to: "2026-10-31" }, filter: { closerIds: $of }) { totals { bookedCalls } } }`,
      { of: [closerId] },
    )
    expect(metrics.totals.bookedCalls).toBeGreaterThan(0)
    expect(goal.reached?.count).toBe(metrics.totals.bookedCalls)
    expect(goal.progress).toBeCloseTo(metrics.totals.bookedCalls / 4)
  })

  it('takes the place of the one before for the same person, figure and days, also under a race', async () => {
    const input = { setterId: world.first.id('setters'), metric: 'SHOWS', span: 'WEEK', from: '2026-10-07' }
    const first = await set({ ...input, count: 5 })
    const again = await set({ ...input, from: '2026-10-05', count: 7 })
    expect(again).toMatchObject({ id: first.id, target: { count: 7 }, period: { from: '2026-10-05', to: '2026-10-11' } })
    const raced = await Promise.all(Array.from({ length: 8 }, (_, index) => set({ ...input, count: index + 1 })))
    expect(new Set(raced.map(({ id }) => id))).toEqual(new Set([first.id]))
  })

  it('of a rate with nothing under it, or of somebody without a row, says so', async () => {
    const closerId = world.first.id('closers', 2)
    const rate = await set({ closerId, metric: 'SHOW_RATE', span: 'QUARTER', from: '2031-05-05', rate: 0.8 })
    expect(rate).toMatchObject({ period: { from: '2031-04-01', to: '2031-06-30' }, target: { rate: 0.8 }, reached: null, progress: null })
    const count = await set({ closerId, metric: 'CLOSES', span: 'CUSTOM', from: '2031-05-05', to: '2031-05-09', count: 3 })
    expect(count).toMatchObject({ period: { from: '2031-05-05', to: '2031-05-09' }, reached: { count: 0 }, progress: 0 })
  })

  it('of money is in the currency that the organization reports in, and unknown once that is another one', async () => {
    const { organization } = await owner.ask<{ organization: { currency: string } }>('{ organization { currency } }')
    const input = {
      closerId: world.first.id('closers'),
      metric: 'NET_CASH',
      ...october,
      amount: { amount: '50000.00', currency: organization.currency },
    }
    expect((await set(input)).target.amount).toEqual(input.amount)
    const change = (currency: string) =>
      owner.ask(`mutation ($input: UpdateOrganizationInput!) { updateOrganization(input: $input) { organization { id } } }`, {
        input: { currency },
      })
    await change('CHF')
    const [goal] = (await goalsOf(owner, { metrics: ['NET_CASH'] })) as [Goal]
    expect(goal).toMatchObject({ target: { amount: input.amount }, reached: null, progress: null })
    await change(organization.currency)
  })

  it('is taken away, once', async () => {
    const { id } = await set({ closerId: world.first.id('closers'), metric: 'OFFERS', ...october, count: 2 })
    const remove = 'mutation ($id: ID!) { removeGoal(input: { id: $id }) { goalId } }'
    expect(await owner.ask(remove, { id })).toEqual({ removeGoal: { goalId: id } })
    expect((await owner.refused(remove, { id })).extensions.code).toBe('NOT_FOUND')
  })

  it('is listed by whose it is, what it is of, and when', async () => {
    const setterId = world.first.id('setters', 2)
    await set({ setterId, metric: 'BOOKED_CALLS', span: 'MONTH', from: '2033-02-10', count: 9 })
    const periods = async (period: object) => (await goalsOf(owner, { setterIds: [setterId], period })).map(({ period: of }) => of.from)
    expect(await periods({ from: '2033-02-28', to: '2033-03-31' })).toEqual(['2033-02-01'])
    expect(await periods({ from: '2033-03-01', to: '2033-03-31' })).toEqual([])
    expect(await goalsOf(owner, { setterIds: [setterId], metrics: ['SHOWS'] })).toEqual([])
  })
})

describe('goals over very many spans of days', () => {
  const setterId = () => world.first.id('setters', 2)
  const asked = (fields: string) => `query ($filter: GoalFilter) { goals(filter: $filter) { ${fields} } }`
  beforeAll(async () => {
    await world.app.data.owner`
      insert into goals (id, organization_id, setter_id, metric, span, starts_on, ends_on, target, set_by, set_at)
      select gen_random_uuid(), ${world.first.organizationId}, ${setterId()}, 'offers', 'custom', day, day, 1, 'Ada', now()
      from generate_series('2040-01-01'::date, '2040-04-10'::date, '1 day') as days (day)`
  })

  it('are listed, and what was reached is told of as many as a request may ask for', async () => {
    const filter = { setterIds: [setterId()], metrics: ['OFFERS'] }
    expect((await owner.ask<{ goals: object[] }>(asked('id'), { filter })).goals).toHaveLength(101)
    const within = await goalsOf(owner, { ...filter, period: { from: '2040-01-02', to: '2040-04-10' } })
    expect(within).toHaveLength(100)
    expect(new Set(within.map(({ reached }) => reached?.count))).toEqual(new Set([0]))
    for (const field of ['progress', 'reached { count }']) {
      expect((await owner.refused(asked(field), { filter })).extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'filter.period', message: expect.stringContaining('these goals are of 101') as string }],
      })
    }
  })

  it('are counted together where a request asks for them under several names', async () => {
    const half = (from: string, to: string) => `goals(filter: { setterIds: ["${setterId()}"], period: { from: "${from}", to: "${to}" } })`
    const both = `{ a: ${half('2040-01-01', '2040-02-10')} { progress } b: ${half('2040-02-11', '2040-04-10')} { progress } }`
    expect((await owner.refused(both)).extensions.code).toBe('BAD_USER_INPUT')
  })
})

describe('whose goals a sales rep sees', () => {
  it.each(['rep', 'portalCloser'] as const)('(the %s) are their own alone', async (role) => {
    const own = await set({ closerId: world.first.id('closers'), metric: 'CLOSES', ...october, count: 6 })
    const others = await set({ closerId: world.first.id('closers', 2), metric: 'CLOSES', ...october, count: 6 })
    const ids = (await goalsOf(world.people[role])).map(({ id }) => id)
    expect(ids).toContain(own.id)
    expect(ids).not.toContain(others.id)
    expect(await goalsOf(world.people[role], { closerIds: [world.first.id('closers', 2)] })).toEqual([])
  })

  it('says nothing of money that they are not shown', async () => {
    const { organization } = await owner.ask<{ organization: { currency: string } }>('{ organization { currency } }')
    await set({
      closerId: world.first.id('closers'),
      metric: 'CASH_COLLECTED',
      ...october,
      amount: { amount: '900.00', currency: organization.currency },
    })
    const reachedOf = async () => (await goalsOf(world.people.portalCloser, { metrics: ['CASH_COLLECTED'] })).map(({ reached }) => reached)
    expect(await reachedOf()).toEqual([expect.objectContaining({ amount: expect.anything() as unknown })])
    const settle = (money: string) =>
      owner.ask(`mutation { updatePortalSettings(input: { money: ${money} }) { portalSettings { money } } }`)
    await settle('NONE')
    expect(await reachedOf()).toEqual([])
    expect((await goalsOf(world.people.portalCloser, {})).map(({ target }) => target.amount)).not.toContainEqual(expect.anything())
    await settle('PAYMENTS')
  })
})

describe('a goal that is not one is refused', () => {
  const closer = () => ({ closerId: world.first.id('closers') })
  it.each([
    ['of nobody', () => ({ metric: 'CLOSES', ...october, count: 1 }), 'closerId'],
    ['of two', () => ({ ...closer(), setterId: world.first.id('setters'), metric: 'CLOSES', ...october, count: 1 }), 'closerId'],
    ['without a target', () => ({ ...closer(), metric: 'CLOSES', ...october }), 'count'],
    ['of a count for a rate', () => ({ ...closer(), metric: 'SHOW_RATE', ...october, count: 1 }), 'count'],
    ['above the whole', () => ({ ...closer(), metric: 'SHOW_RATE', ...october, rate: 1.2 }), 'rate'],
    [
      'in another currency',
      () => ({ ...closer(), metric: 'NET_CASH', ...october, amount: { amount: '1.00', currency: 'ISK' } }),
      'amount.currency',
    ],
    ['with an end where it has one', () => ({ ...closer(), metric: 'CLOSES', ...october, to: '2026-10-30', count: 1 }), 'to'],
    ['without an end', () => ({ ...closer(), metric: 'CLOSES', span: 'CUSTOM', from: '2026-10-01', count: 1 }), 'to'],
    [
      'that ends before it begins',
      () => ({ ...closer(), metric: 'CLOSES', span: 'CUSTOM', from: '2026-10-02', to: '2026-10-01', count: 1 }),
      'to',
    ],
    ['of years', () => ({ ...closer(), metric: 'CLOSES', span: 'CUSTOM', from: '2026-10-02', to: '2028-10-01', count: 1 }), 'to'],
  ] as const)('(%s), with the field named', async (_what, input, path) => {
    const { extensions } = await owner.refused(setting, { input: input() })
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [expect.objectContaining({ path })] })
  })

  it('(of somebody who is not on this roster) as if there were nobody', async () => {
    for (const closerId of [uuidv7(), world.rival.id('closers')]) {
      const { extensions } = await owner.refused(setting, { input: { closerId, metric: 'CLOSES', ...october, count: 1 } })
      expect(extensions.code).toBe('NOT_FOUND')
    }
  })
})
