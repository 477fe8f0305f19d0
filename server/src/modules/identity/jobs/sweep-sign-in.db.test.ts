import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { jobServices } from '../../../../test/job-services.ts'
import { sweepSignInJob } from './sweep-sign-in.job.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())

it('what expired is removed, and what somebody may still come with stays', async () => {
  const { owner } = test
  const userId = uuidv7()
  await owner`insert into auth.users (id, name, email) values (${userId}, 'Nora', 'nora@sweep.example')`
  for (const [name, age] of [
    ['old', '-1 second'],
    ['young', '1 hour'],
  ] as const) {
    await owner`insert into auth.sessions (id, user_id, token, expires_at) values (${uuidv7()}, ${userId}, ${name}, now() + ${age}::interval)`
    await owner`insert into auth.verifications (id, identifier, value, expires_at) values (${uuidv7()}, ${name}, '', now() + ${age}::interval)`
    await owner`insert into auth.ended_sessions (token_hash, user_id, reason, ended_at) values (${name}, ${userId}, 'revoked', now() - interval '1 month' + ${age}::interval)`
    await owner`insert into intake.rate_limits (key, window_ends_at, used) values (${name}, now() + ${age}::interval, 1)`
  }
  await sweepSignInJob.perform({}, { attempt: 1, maxAttempts: 3, requestId: 'r', jobId: '1' }, jobServices(test.database))
  const left =
    await owner`select 'session' as kind, token as name from auth.sessions union all select 'link', identifier from auth.verifications
    union all select 'reason', token_hash from auth.ended_sessions union all select 'limit', key from intake.rate_limits order by 1`
  expect([...left]).toEqual(['limit', 'link', 'reason', 'session'].map((kind) => ({ kind, name: 'young' })))
})
