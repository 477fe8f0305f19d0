import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { jobServices } from '../../../../test/job-services.ts'
import { RawRole } from '../../../../test/security/attempt.ts'
import { readTables } from '../../../../test/security/catalogue.ts'
import { seedTenants } from '../../../../test/security/seed-tenants.ts'
import { type Tenant, tenantNamed, tenantTables } from '../../../../test/security/tenant-rows.ts'
import { purgeOrganizationsJob } from './purge-organizations.job.ts'

let data: TestDatabase
let app: RawRole
let tables: string[]
let tenants = 0

beforeAll(async () => {
  data = await freshDatabase()
  app = new RawRole(data.url('app_user'))
  const all = await readTables(data.owner)
  tables = all.filter(({ schema, hasOrganizationId }) => schema === 'public' && hasOrganizationId).map(({ name }) => name)
})
afterAll(async () => {
  await app.end()
  await data.close()
})

/** A tenant with rows in every table, the audit log and its chain among them. */
async function seeded(): Promise<Tenant> {
  tenants += 1
  const tenant = tenantNamed(`purged ${tenants}`)
  await seedTenants(data.owner, [tenant])
  return tenant
}

async function deletedSince(tenant: Tenant, ago: string): Promise<void> {
  await data.owner`update organizations set state = 'deleting', delete_after = now() - ${ago}::interval where id = ${tenant.organizationId}`
}

/** How many rows a tenant has in each table that the catalogue says is a tenant's. */
async function rowsOf({ organizationId }: Tenant): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const [row] = await data.owner.unsafe<{ count: number }[]>(
      `select count(*)::int as count from ${table} where organization_id = '${organizationId}'`,
    )
    counts[table] = row?.count ?? 0
  }
  const [own] = await data.owner<{ count: number }[]>`select count(*)::int as count from organizations where id = ${organizationId}`
  return { ...counts, organizations: own?.count ?? 0 }
}

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((total, count) => total + count, 0)
const run = () =>
  purgeOrganizationsJob.perform({}, { attempt: 1, maxAttempts: 5, requestId: 'purge-test', jobId: '1' }, jobServices(data.database))
/** A run has steps for fewer tables than there are: the one that it hands over to does the rest. */
const runToTheEnd = async () => {
  await run()
  await run()
}
const step = (atMost = 1) => app.attempt({}, `select * from platform.purge_step(${atMost})`)

describe('a deletion whose day has come', () => {
  it('takes every row of the tenant out of every table, and none of anybody else', async () => {
    const [gone, stays] = [await seeded(), await seeded()]
    const [before, others] = [await rowsOf(gone), await rowsOf(stays)]
    // Nothing is proved of a table that was empty.
    for (const table of Object.keys(tenantTables)) expect([table, (before[table] ?? 0) > 0]).toEqual([table, true])
    await deletedSince(gone, '1 minute')
    const afterState = await rowsOf(stays)
    expect(afterState).toEqual(others)

    await runToTheEnd()

    expect(sum(await rowsOf(gone))).toBe(0)
    expect(await rowsOf(stays)).toEqual(others)
    const acts =
      await data.owner`select act, operator_name, subject from operator_acts where concerned_organization_id = ${gone.organizationId}`
    expect(acts).toEqual([{ act: 'purge', operator_name: 'Clinch', subject: 'Org 1' }])
  })

  it('goes on where a run was killed, and a step that was cut off left nothing half done', async () => {
    const tenant = await seeded()
    await deletedSince(tenant, '1 minute')
    const whole = sum(await rowsOf(tenant))
    for (let each = 0; each < 5; each += 1) expect(await step()).toBe(1)
    const left = sum(await rowsOf(tenant))
    expect(left).toBeLessThan(whole)
    expect(left).toBeGreaterThan(0)

    // The next step is done and not committed when its connection is cut.
    const cut = data.database.transaction(
      { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'job:test', requestId: 'killed' },
      async (tx) => {
        const [did] = await tx.query<{ removed: number; pid: number }>(
          'select removed, pg_backend_pid() as pid from platform.purge_step(1)',
        )
        expect(did?.removed).toBe(1)
        await data.owner`select pg_terminate_backend(${did?.pid ?? 0})`
        await tx.query('select 1')
      },
    )
    await expect(cut).rejects.toThrow()
    expect(sum(await rowsOf(tenant))).toBe(left)

    await runToTheEnd()
    expect(sum(await rowsOf(tenant))).toBe(0)
  })

  it('is carried out once by many processes at once', async () => {
    const tenant = await seeded()
    await deletedSince(tenant, '1 minute')
    await Promise.all([run(), run(), run()])
    expect(sum(await rowsOf(tenant))).toBe(0)
    const acts = await data.owner`select act from operator_acts where concerned_organization_id = ${tenant.organizationId}`
    expect(acts).toEqual([{ act: 'purge' }])
  })

  it('passes no organization that is open, suspended, or has days left', async () => {
    const kept = [await seeded(), await seeded(), await seeded()] as const
    await data.owner`update organizations set state = 'suspended', state_reason = 'unpaid' where id = ${kept[1].organizationId}`
    await deletedSince(kept[2], '-1 minute')
    const before = await Promise.all(kept.map(rowsOf))
    await run()
    expect(await Promise.all(kept.map(rowsOf))).toEqual(before)
    expect(await app.attempt({}, 'select 1 from platform.purge_step(10) where organization is not null')).toBe(0)
  })

  it('hands over to another run after so many steps', async () => {
    const tenant = await seeded()
    await data.owner.begin(async (sql) => {
      // Without triggers: it is about their number.
      await sql`set local session_replication_role = replica`
      await sql`
        insert into leads (organization_id, id, name) select ${tenant.organizationId}, gen_random_uuid(), 'Lead' from generate_series(1, 26000)`
    })
    // As the database does by itself a minute later; until then, plans made for a small table read the large one for each row.
    await data.owner`analyze leads`
    await deletedSince(tenant, '1 minute')
    await run()
    const [waiting] = await data.owner`select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'platform.purge'`
    expect(waiting).toEqual({ jobs: 1 })
    expect((await rowsOf(tenant)).organizations).toBe(1)
    // The run that was handed over to, and its own successor, if the last tables need one.
    await run()
    await run()
    expect(sum(await rowsOf(tenant))).toBe(0)
  })
})

describe('what keeps its rows', () => {
  const keepers = [
    'event_history',
    'post_call_form_versions',
    'payment_refunds',
    'attribution_decisions',
    'audit_log',
    'audit_chain',
    'audit_signatures',
  ]

  it.each(keepers)('%s keeps them from the app, whatever it says of itself', async (table) => {
    const tenant = await seeded()
    const settings = { organization_id: tenant.organizationId, scope: 'organization' }
    for (const pretence of [
      'true',
      `set_config('clinch.purging', '${tenant.organizationId}', true) <> ''`,
      `set_config('app.actor', 'clinch_purge', true) <> ''`,
    ])
      expect([table, await app.attempt(settings, `delete from ${table} where ${pretence}`)]).toEqual([
        table,
        expect.stringMatching(/^(23001|42501)$/),
      ])
  })

  it('keeps them from the owner of the database too, who could only say so by taking the trigger away', async () => {
    const tenant = await seeded()
    await expect(data.owner`delete from event_history where organization_id = ${tenant.organizationId}`).rejects.toThrow(/keeps its rows/)
  })

  it('lets through a role that nobody can be', async () => {
    for (const text of ['set role clinch_purge', 'set session authorization clinch_purge', 'set role clinch_guard']) {
      expect([text, await app.attempt({}, text)]).toEqual([text, '42501'])
    }
    const [role] = await data.owner`select rolcanlogin, rolsuper, rolbypassrls from pg_roles where rolname = 'clinch_purge'`
    expect(role).toEqual({ rolcanlogin: false, rolsuper: false, rolbypassrls: false })
    const owned = await data.owner<{ name: string }[]>`select proname as name from pg_proc where proowner = 'clinch_purge'::regrole`
    expect(owned).toEqual([{ name: 'purge_step' }])
  })

  it('is told of by the audit log as ever, when a row of it is deleted by anybody else', async () => {
    const tenant = await seeded()
    await data.owner`delete from invitations where organization_id = ${tenant.organizationId}`
    const rows = await data.owner`
      select table_name from audit_log where organization_id = ${tenant.organizationId} and operation = 'delete' and table_name = 'invitations'`
    expect(rows.length).toBeGreaterThan(0)
  })
})

it('a tenant table that is new is reached by the purge: each grants it, and lets it see one tenant at a time', async () => {
  const granted = await data.owner<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and has_table_privilege('clinch_purge', c.oid, 'delete') and has_table_privilege('clinch_purge', c.oid, 'select') order by 1`
  expect(granted.map(({ name }) => name)).toEqual([...tables, 'organizations'].toSorted())
})
