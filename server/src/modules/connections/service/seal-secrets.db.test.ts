import { v7 as uuidv7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import {
  deliver,
  type Intake,
  makeConnection,
  startIntake,
  type TestConnection,
  testMasterKey,
  testVault,
} from '../../../../test/intake.ts'
import { runJobs } from '../../../../test/run-jobs.ts'
import { until } from '../../../../test/until.ts'
import { createVault, SealedValueError } from '../../../kernel/vault.ts'
import { askToReseal } from '../jobs/seal-secrets.job.ts'
import { webhookAdmission } from './admit-webhook.ts'
import { reportVault } from './report-vault.ts'
import { sealBatch, sealSecretsOf } from './seal-secrets.ts'

let test: TestDatabase
let intake: Intake
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  intake = await startIntake(test.database)
})
afterEach(async () => {
  await intake.close()
  await test.owner`delete from connection_secrets`
})

const body = JSON.stringify({ id: 'evt_1', type: 'something.else', object: 'event', created: 1_763_700_000 })
const importPlain = async (connection: TestConnection, secret: string): Promise<string> => {
  const id = uuidv7()
  await test.owner`
    insert into connection_secrets (organization_id, id, connection_id, field, plain, last_four)
    values (${connection.organizationId}, ${id}, ${connection.id}, 'webhook_secret', ${secret}, ${secret.slice(-4)})`
  return id
}
const kept = (connection: { organizationId: string }) =>
  test.owner<{ id: string; sealed: string | null; plain: string | null }[]>`
    select id, sealed, plain from connection_secrets where organization_id = ${connection.organizationId} order by id`

const rotated = createVault({ current: { version: 2, keyHex: 'c3'.repeat(32) }, older: [{ version: 1, keyHex: testMasterKey }] })
const admit = (connection: TestConnection, vault = testVault) =>
  webhookAdmission(
    test.database,
    vault,
  )({ provider: connection.provider, connectionId: connection.id, address: '192.0.2.1', perMinute: null })

describe('a secret that was imported in the clear', () => {
  it('verifies deliveries, and is sealed by the job that its first use asks for', async () => {
    const connection = { ...(await makeConnection(test, { secret: null })), secret: 'whsec_imported_in_the_clear' }
    const id = await importPlain(connection, connection.secret)
    expect((await deliver(intake, connection, body)).status).toBe(200)
    await until(
      'the job is asked for',
      async () => (await test.owner`select 1 from graphile_worker.jobs where task_identifier = 'connections.seal-imported'`).length > 0,
    )
    await runJobs(test, { database: test.database, vault: testVault })

    const [row] = await kept(connection)
    expect(row).toMatchObject({ id, plain: null })
    expect(
      testVault.open(row?.sealed ?? '', {
        organizationId: connection.organizationId,
        connectionId: connection.id,
        secretId: id,
        field: 'webhook_secret',
      }),
    ).toBe(connection.secret)
    expect((await deliver(intake, connection, body)).status).toBe(200)
  })

  it('leaves no trace of itself in the audit log', async () => {
    const connection = await makeConnection(test, { secret: null })
    await importPlain(connection, 'whsec_imported_in_the_clear')
    await sealSecretsOf(test.database, testVault, connection.organizationId, 'test')
    const entries = await test.owner<{ before: unknown; after: unknown }[]>`
      select before, after from audit_log where organization_id = ${connection.organizationId} and table_name = 'connection_secrets' order by at, id`
    expect(entries.at(0)?.after).toMatchObject({ plain: '••••', sealed: null })
    expect(entries.at(1)).toEqual({ before: { plain: '••••', sealed: null }, after: { plain: null, sealed: '••••' } })
    expect(JSON.stringify(entries)).not.toContain('imported')
  })

  it('lets nobody in where it is blank', async () => {
    const connection = { ...(await makeConnection(test, { secret: null })), secret: '' }
    await importPlain(connection, '')
    expect((await deliver(intake, connection, body)).status).toBe(401)
    await sealSecretsOf(test.database, testVault, connection.organizationId, 'test')
    expect((await deliver(intake, connection, body)).status).toBe(401)
  })

  it('is taken in though the sealing cannot be asked for', async () => {
    const connection = { ...(await makeConnection(test, { secret: null })), secret: 'whsec_imported_in_the_clear' }
    await importPlain(connection, connection.secret)
    // The queue refuses this job alone.
    await test.owner.unsafe(`create function refuse_sealing() returns trigger language plpgsql as
      $$ begin if new.key like 'connections.seal-imported%' then raise exception 'no'; end if; return new; end $$`)
    await test.owner.unsafe(
      `create trigger refuse_sealing before insert on graphile_worker._private_jobs for each row execute function refuse_sealing()`,
    )
    try {
      expect((await deliver(intake, connection, body)).status).toBe(200)
      await until('it is logged', () => Promise.resolve(intake.logs.some((line) => line.includes('could not be asked to be sealed'))))
    } finally {
      await test.owner.unsafe('drop function refuse_sealing cascade')
    }
  })
})

describe('a sealed secret', () => {
  it('that was moved to another row, field, connection or organization lets no delivery in', async () => {
    const [one, other] = [await makeConnection(test), await makeConnection(test)]
    const [sealed] = await kept(one)
    await test.owner`update connection_secrets set sealed = ${sealed?.sealed ?? ''} where organization_id = ${other.organizationId}`
    await expect(admit(other)).rejects.toThrow(SealedValueError)
    expect((await deliver(intake, { ...other, secret: one.secret }, body)).status).toBe(503)

    await test.owner`update connection_secrets set id = ${uuidv7()} where organization_id = ${one.organizationId}`
    await expect(admit(one)).rejects.toThrow(SealedValueError)
  })
})

describe('after a new master key', () => {
  it('every secret is sealed with it, batch by batch, also when the work was broken off', async () => {
    const connections = [await makeConnection(test), await makeConnection(test), await makeConnection(test, { secret: null })]
    const [first, , third] = connections
    if (!first || !third) throw new Error('There are three')
    for (let index = 0; index <= sealBatch; index += 1) await importPlain(third, `whsec_imported_${index}`)
    // The first organization was done when its process was killed.
    await sealSecretsOf(test.database, rotated, first.organizationId, 'test')
    const [done] = await kept(first)

    await askToReseal(test.database, rotated)
    await runJobs(test, { database: test.database, vault: rotated })
    const all = await test.owner<{ left: number }[]>`
      select count(*)::int as left from connection_secrets where plain is not null or sealed not like 'v1.2.%'`
    expect(all[0]?.left).toBe(0)
    expect((await kept(first))[0]).toEqual(done)
    for (const connection of connections.slice(0, 2)) {
      const admission = await admit(connection, rotated)
      expect(admission.admitted && admission.connection.secrets).toEqual([connection.secret])
    }
    await askToReseal(test.database, rotated)
    expect(await test.owner`select 1 from graphile_worker.jobs where task_identifier = 'connections.reseal'`).toHaveLength(0)
  })

  it('what does not open is left as it is, and keeps nothing else from being sealed', async () => {
    const [broken, fine] = [await makeConnection(test), await makeConnection(test)]
    await test.owner`update connection_secrets set sealed = 'v1.1.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA' where organization_id = ${broken.organizationId}`
    const [before] = await kept(broken)
    expect(await sealSecretsOf(test.database, rotated, broken.organizationId, 'test')).toEqual({ sealed: 0, unreadable: [before?.id] })
    expect(await kept(broken)).toEqual([before])
    expect((await sealSecretsOf(test.database, rotated, fine.organizationId, 'test')).sealed).toBe(1)
  })

  it('an operator sees how far it is, and nobody else does', async () => {
    await makeConnection(test)
    const connection = await makeConnection(test)
    await importPlain(connection, 'whsec_imported')
    await sealSecretsOf(test.database, rotated, (await makeConnection(test)).organizationId, 'test')
    const by = { userId: uuidv7(), database: test.database, origin: { requestId: 'r' } }
    await expect(reportVault(by, rotated)).rejects.toMatchObject({ code: '42501' })
    await test.owner`insert into user_roles (user_id, role) values (${by.userId}, 'super_admin')`
    expect(await reportVault(by, rotated)).toEqual({
      keyVersion: 2,
      secrets: 4,
      upToDate: 1,
      inTheClear: 1,
      keys: [
        { version: 1, secrets: 2, organizations: 2, isConfigured: true },
        { version: 2, secrets: 1, organizations: 1, isConfigured: true },
      ],
    })
  })
})
