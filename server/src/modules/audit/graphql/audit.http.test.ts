import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'

let app: RunningApp
let owner: Person
beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
})
afterAll(() => app.close())

interface Entry {
  id: string
  at: string
  actor: string
  actorName: string
  address: string
  requestId: string
  table: string
  rowId: string
  operation: string
  subject: string | null
  changes: { field: string; before: string | null; after: string | null }[]
}
interface Log {
  auditLog: { nodes: Entry[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
}

const log = `query ($first: Int, $after: String, $filter: AuditFilter) {
  auditLog(first: $first, after: $after, filter: $filter) {
    nodes { id at actor actorName address requestId table rowId operation subject changes { field before after } }
    totalCount pageInfo { hasNextPage endCursor }
  }
}`
const entries = async (filter: object, by = owner) => (await by.ask<Log>(log, { filter })).auditLog.nodes

const closer = async (name: string) => {
  const { createCloser } = await owner.ask<{ createCloser: { closer: { id: string } } }>(
    `mutation ($name: String!) { createCloser(input: { name: $name }) { closer { id } } }`,
    { name },
  )
  return createCloser.closer.id
}

describe('the audit log', () => {
  it('tells who changed what, from where, and what it was before', async () => {
    const id = await closer('Maya')
    await owner.ask(`mutation ($id: ID!) { updateCloser(input: { id: $id, name: "Maya Lind" }) { closer { id } } }`, { id })
    const [changed, added] = await entries({ tables: ['closers'] })
    expect(changed).toMatchObject({
      actorName: 'Olive Owner',
      address: '127.0.0.1',
      table: 'closers',
      rowId: id,
      operation: 'UPDATE',
      subject: 'Maya Lind',
      changes: [{ field: 'name', before: 'Maya', after: 'Maya Lind' }],
    })
    expect(changed?.actor).toMatch(/^user:[0-9a-f-]{36}$/)
    expect(added).toMatchObject({ operation: 'INSERT', subject: 'Maya Lind' })
    expect(added?.changes).toContainEqual({ field: 'name', before: null, after: 'Maya' })
  })

  it('names a key by its name, and the work of jobs after Clinch', async () => {
    const { createApiKey } = await owner.ask<{ createApiKey: { secret: string } }>(
      `mutation { createApiKey(input: { name: "Partner", scopes: [ROSTER_WRITE] }) { secret } }`,
    )
    await app.withKey(createApiKey.secret).ask(`mutation { createCloser(input: { name: "By key" }) { closer { id } } }`)
    const [byKey] = await entries({ actors: ['api_key'] })
    expect(byKey).toMatchObject({ actorName: 'Partner', subject: 'By key' })
    const [made] = await entries({ tables: ['api_keys'] })
    expect(made?.changes).toContainEqual({ field: 'key_hash', before: null, after: '••••' })
    expect(JSON.stringify(await entries({}))).not.toContain(createApiKey.secret)
  })

  it('is found by what was in a row, by table, operation, day and actor', async () => {
    await closer('Quentin Unusual')
    expect((await entries({ search: 'tin unus' })).map(({ subject }) => subject)).toEqual(['Quentin Unusual'])
    expect((await entries({ search: '100%' })).length).toBe(0)
    const [first] = await entries({ operations: ['INSERT'], tables: ['organizations'] })
    expect(first?.subject).toBe('Northlight')
    expect(await entries({ at: { from: '2020-01-01', to: '2020-01-31' } })).toEqual([])
    expect((await entries({ actors: [first?.actor ?? ''] })).length).toBeGreaterThan(2)
    expect((await owner.refused(log, { filter: { at: { from: '2020-02-01', to: '2020-01-31' } } })).extensions.code).toBe('BAD_USER_INPUT')
  })

  it('is read page by page, the newest first, each entry once', async () => {
    const whole = await entries({})
    const seen: string[] = []
    let after: string | null = null
    do {
      const { auditLog }: Log = await owner.ask<Log>(log, { first: 3, after })
      seen.push(...auditLog.nodes.map(({ id }) => id))
      after = auditLog.pageInfo.hasNextPage ? auditLog.pageInfo.endCursor : null
      expect(auditLog.totalCount).toBe(whole.length)
    } while (after !== null)
    expect(seen).toEqual(whole.map(({ id }) => id))
    expect(whole.map(({ at }) => at)).toEqual(
      whole
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    )
  })

  it('remembers the name of a member who left', async () => {
    const [member] = await app.data.owner<{ id: string }[]>`
      insert into organization_members (organization_id, id, user_id, role, name, email)
      values (${owner.organizationId}, new_id(), gen_random_uuid(), 'admin', 'Leo Gone', 'leo@northlight.example') returning user_id as id`
    await app.data.owner.begin(async (sql) => {
      await sql`select set_config('app.actor', ${`user:${member?.id ?? ''}`}, true)`
      await sql`insert into closers (organization_id, id, name) values (${owner.organizationId}, new_id(), 'By Leo')`
    })
    await app.data.owner`delete from organization_members where user_id = ${member?.id ?? ''}`
    expect((await entries({ search: 'By Leo' }))[0]).toMatchObject({ actorName: 'Leo Gone', subject: 'By Leo' })
    expect((await entries({ tables: ['organization_members'], operations: ['DELETE'] }))[0]).toMatchObject({
      subject: 'Leo Gone',
      actorName: 'The database (postgres)',
    })
  })

  it('is each organization’s own, and no sales rep’s or key’s', async () => {
    const other = await app.organize('Elsewhere')
    expect((await entries({}, other)).every(({ subject }) => subject !== 'Maya Lind')).toBe(true)
    const { createApiKey } = await owner.ask<{ createApiKey: { secret: string } }>(
      `mutation { createApiKey(input: { name: "Reader", scopes: [ROSTER_READ] }) { secret } }`,
    )
    expect((await app.withKey(createApiKey.secret).refused(log)).extensions.code).toBe('FORBIDDEN')
  })
})

describe('its integrity', () => {
  const integrity = `{ auditIntegrity { position hash signedAt signedPosition verifiedFrom intact brokenAt brokenEntryId problem } }`
  interface Integrity {
    auditIntegrity: {
      position: number
      intact: boolean
      signedPosition: number
      brokenAt: number | null
      brokenEntryId: string | null
      problem: string | null
    }
  }

  it('shows that it is unbroken and how much of it is signed, and the first row that was changed', async () => {
    const admin = await app.organize('Sealed')
    await app.data.owner`select graphile_worker.add_job('audit.sign', '{}')`
    await app.drain()
    const { auditIntegrity } = await admin.ask<Integrity>(integrity)
    expect(auditIntegrity).toMatchObject({ verifiedFrom: 1, intact: true, brokenAt: null, problem: null })
    expect(auditIntegrity.signedPosition).toBe(auditIntegrity.position)

    await app.data.owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`update audit_log set actor = 'user:somebody-else' where organization_id = ${admin.organizationId} and table_name = 'organizations'`
    })
    const broken = (await admin.ask<Integrity>(integrity)).auditIntegrity
    expect(broken).toMatchObject({ intact: false, brokenAt: 1 })
    expect(broken.problem).toContain(`The row ${broken.brokenEntryId ?? ''} of position 1 was changed`)
  })
})
