import type { Provider } from '@clinch/drizzle/tables'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization, testVault } from '../../../../test/intake.ts'
import { jobServices } from '../../../../test/job-services.ts'
import { createConnection } from '../../connections/service/create-connection.ts'
import { updateConnection } from '../../connections/service/update-connection.ts'
import { askNext } from '../service/ask-daily.ts'
import { askDailyJob } from './ask-daily.job.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())

/** A connection to Calendly with a token, unless said otherwise, in an organization of its own. */
async function connect({ provider = 'calendly', apiKey = 'a-token-of-the-test' }: { provider?: Provider; apiKey?: string | null } = {}) {
  const organizationId = await makeOrganization(test)
  const admin = adminOf(organizationId)
  const input = { provider, name: 'Main', apiKey }
  const { id } = await as(test.database, admin, (tx) => createConnection({ actor: admin, input, tx, vault: testVault }))
  return { organizationId, admin, id }
}

const askedFor = async () =>
  (
    await test.owner<{ id: string }[]>`
      select j.payload ->> 'connectionId' as id from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'availability.ask'`
  ).map(({ id }) => id)

describe('the daily asking', () => {
  it('has every connection asked that can be, of whichever organization, once', async () => {
    const [one, other] = [await connect(), await connect()]
    await connect({ apiKey: null })
    await connect({ provider: 'stripe' })
    const off = await connect()
    await as(test.database, off.admin, (tx) => updateConnection({ actor: off.admin, input: { id: off.id, enabled: false }, tx }))
    const over = await connect()
    await test.owner`update organizations set plan = 'trial', trial_ends_at = now() - interval '1 day' where id = ${over.organizationId}`
    const shut = await connect()
    await test.owner`update organizations set state = 'suspended', state_reason = 'Unpaid' where id = ${shut.organizationId}`
    // Making them may have had them asked already.
    await test.owner`delete from graphile_worker._private_jobs`
    const run = { attempt: 1, maxAttempts: 3, requestId: 'req-daily', jobId: '1' }
    for (let times = 0; times < 2; times += 1) await askDailyJob.perform({}, run, jobServices(test.database))
    expect((await askedFor()).toSorted()).toEqual([one.id, other.id].toSorted())
  })

  it('is nobody’s but the job’s: no organization learns of another’s connections', async () => {
    const { admin } = await connect()
    const asking = as(test.database, admin, (tx) => askNext(tx, '00000000-0000-0000-0000-000000000000'))
    await expect(asking).rejects.toMatchObject({ code: '42501' })
  })
})
