import { buildSchema, type ExecutionArgs, parse } from 'graphql'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { testVault } from '../../../test/job-services.ts'
import { noActivity } from '../../../test/no-activity.ts'
import { GraphContext } from '../../graphql-kit/context.ts'
import { tellings } from '../../graphql-kit/telling.ts'
import type { Change } from '../../kernel/activity-feed.ts'
import { anonymous } from '../../kernel/caller.ts'
import { Follower } from '../../modules/activity/service/follower.ts'
import { type Audience, ToldResults } from './told-results.ts'

let data: TestDatabase
beforeAll(async () => {
  data = await freshDatabase()
})
afterAll(() => data.close())

const contextOfMoment = () =>
  new GraphContext(
    anonymous,
    { id: 'request', address: '127.0.0.1' },
    {
      database: data.database,
      vault: testVault,
      publicUrl: () => 'http://localhost',
      forgetCallers: () => undefined,
      confirmIdentity: () => Promise.resolve(),
      activity: noActivity,
      checkKey: () => Promise.reject(new Error('No provider is called here')),
    },
  )

const args: ExecutionArgs = {
  schema: buildSchema('type Query { id: ID } type Subscription { activity: Activity } type Activity { id: ID }'),
  document: parse('subscription { activity { id } }'),
}
const change: Change = { kind: 'booking', id: 'a', at: '2026-11-21T12:00:00.000Z', formerReps: [] }
const fault = new Error('the database did not answer')

/** What one is told who follows, where something about telling them fails. */
function following(broken: Partial<Record<'open' | 'tell' | 'pay', Error>>) {
  const onEnd = vi.fn()
  const fail = vi.fn()
  const follower = new Follower(onEnd)
  const settle = <Value>(which: keyof typeof broken, value: Value) => {
    const error = broken[which]
    return error ? Promise.reject(error) : Promise.resolve(value)
  }
  const audience: Audience = {
    open: () => settle('open', contextOfMoment()),
    pay: () => settle('pay', undefined),
    fail,
  }
  const source = tellings(follower, (_context, { changes }) =>
    settle(
      'tell',
      changes.map((each) => ({ activity: each })),
    ),
  )
  return { follower, onEnd, fail, results: new ToldResults(source, args, audience) }
}

it('answers what there is to tell, and follows on', async () => {
  const { follower, onEnd, fail, results } = following({})
  follower.tell({ changes: [change], missed: false })
  expect(await results.next()).toMatchObject({ done: false, value: { data: { activity: { id: 'a' } } } })
  expect([onEnd.mock.calls, fail.mock.calls]).toEqual([[], []])
})

it.each(['open', 'tell', 'pay'] as const)('follows no more, and says why, where it cannot %s', async (which) => {
  const { follower, onEnd, fail, results } = following({ [which]: fault })
  const next = results.next()
  follower.tell({ changes: [change], missed: false })
  expect(await next).toEqual({ done: true, value: undefined })
  expect(onEnd).toHaveBeenCalledOnce()
  expect(fail).toHaveBeenCalledExactlyOnceWith(fault)
  expect(await results.next()).toEqual({ done: true, value: undefined })
})

it('says that it failed before it ends, so that a client takes it for no end of what it asked for', async () => {
  const { follower, onEnd, fail, results } = following({ tell: fault })
  follower.tell({ changes: [change], missed: false })
  await results.next()
  expect(fail.mock.invocationCallOrder[0]).toBeLessThan(onEnd.mock.invocationCallOrder[0] ?? 0)
})
