import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addCloser, auditVault, sign, verify } from '../../../../test/audited.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, makeOrganization } from '../../../../test/intake.ts'
import type { Database } from '../../../database/tx.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { createVault } from '../../../kernel/vault.ts'
import { knownHeads, lineOf } from './report-line.ts'
import { ChainsBroken, signHeads } from './sign-heads.ts'
import { verifyAudits } from './verify-audits.ts'
import type { ChainReport } from './verify-chain.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
afterEach(() => behindTheBack('truncate audit_signatures, audit_chain, audit_heads, audit_log'))
afterAll(() => test.close())

/** An organization with ten entries: its own, and nine closers. */
async function tenEntries(): Promise<Actor> {
  const admin = adminOf(await makeOrganization(test))
  for (let index = 2; index <= 10; index += 1) await addCloser(test, admin, `Closer ${index}`)
  return admin
}

/** What the owner of the database does with its triggers off. */
const behindTheBack = (text: string) =>
  test.owner.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql.unsafe(text)
  })
const idAt = async ({ organizationId }: Actor, position: number): Promise<string> => {
  const [row] = await test.owner<
    { id: string }[]
  >`select audit_id as id from audit_chain where organization_id = ${organizationId} and position = ${position}`
  return row?.id ?? ''
}
const inAnHour = () => new Date(Date.now() + 3_600_000)

describe('verifying names the first row that does not fit', () => {
  it('where it was changed', async () => {
    const admin = await tenEntries()
    const id = await idAt(admin, 4)
    await behindTheBack(`update audit_log set actor = 'user:x' where id in ('${id}', '${await idAt(admin, 7)}')`)
    expect((await verify(test, admin, { batch: 3 })).fault).toMatchObject({ kind: 'changed', position: 4n, auditId: id })
  })

  it('where it is missing, or its place is', async () => {
    const [one, other] = [await tenEntries(), await tenEntries()]
    const id = await idAt(one, 5)
    await behindTheBack(`delete from audit_log where id = '${id}'`)
    expect((await verify(test, one)).fault).toMatchObject({ kind: 'missing', position: 5n, auditId: id })
    await behindTheBack(`delete from audit_chain where organization_id = '${other.organizationId}' and position = 5`)
    expect((await verify(test, other)).fault).toMatchObject({ kind: 'missing', position: 5n })
  })

  it('where it has no place', async () => {
    const admin = await tenEntries()
    const id = '00000000-0000-7000-8000-000000000001'
    await behindTheBack(`insert into audit_log (organization_id, id, at, actor, request_id, table_name, row_id, operation)
      values ('${admin.organizationId}', '${id}', now(), 'user:x', '', 'closers', 'x', 'insert')`)
    expect((await verify(test, admin, { batch: 3 })).fault).toMatchObject({ kind: 'unplaced', position: null, auditId: id })
    expect((await verify(test, admin, { part: { newest: 5 } })).fault).toMatchObject({ kind: 'unplaced', auditId: id })
  })

  it('where the order was changed', async () => {
    const admin = await tenEntries()
    const [second, third] = [await idAt(admin, 2), await idAt(admin, 3)]
    await behindTheBack(`
      update audit_chain set audit_id = gen_random_uuid() where organization_id = '${admin.organizationId}' and position = 2;
      update audit_chain set audit_id = '${second}' where organization_id = '${admin.organizationId}' and position = 3;
      update audit_chain set audit_id = '${third}' where organization_id = '${admin.organizationId}' and position = 2`)
    expect((await verify(test, admin)).fault).toMatchObject({ kind: 'reordered', position: 2n, auditId: third })
  })

  it('where the head is not the end', async () => {
    const admin = await tenEntries()
    await behindTheBack(`update audit_heads set position = 8, hash = (select hash from audit_chain c where c.organization_id = audit_heads.organization_id and position = 8)
      where organization_id = '${admin.organizationId}'`)
    expect((await verify(test, admin)).fault).toMatchObject({ kind: 'head', position: 8n })
  })
})

describe('signed heads', () => {
  it('are one a growth, and let nothing before them be cut off', async () => {
    const admin = await tenEntries()
    await sign(test)
    await sign(test)
    await addCloser(test, admin, 'Late')
    await sign(test)
    const signed = await test.owner<
      { position: bigint }[]
    >`select position from audit_signatures where organization_id = ${admin.organizationId} order by position`
    expect(signed.map(({ position }) => position)).toEqual([10n, 11n])
    expect(await verify(test, admin, { now: inAnHour() })).toMatchObject({ fault: null, signedPosition: 11n })

    await behindTheBack(`
      delete from audit_log where id = '${await idAt(admin, 11)}';
      delete from audit_chain where organization_id = '${admin.organizationId}' and position = 11;
      update audit_heads set position = 10, hash = (select hash from audit_chain c where c.organization_id = audit_heads.organization_id and position = 10)
      where organization_id = '${admin.organizationId}'`)
    expect((await verify(test, admin)).fault).toMatchObject({ kind: 'missing', position: 11n })
  })

  it('are missed when entries are old and nobody signed them', async () => {
    const admin = await tenEntries()
    expect((await verify(test, admin)).fault).toBeNull()
    expect((await verify(test, admin, { now: inAnHour() })).fault).toMatchObject({ kind: 'unsigned', position: 1n })
    await sign(test)
    await behindTheBack(`delete from audit_signatures where organization_id = '${admin.organizationId}'`)
    expect((await verify(test, admin, { now: inAnHour() })).fault).toMatchObject({ kind: 'unsigned', position: 1n })
  })

  it('are made anew after the master key changed, so that the former is not needed any more', async () => {
    const admin = await tenEntries()
    await sign(test)
    const former = { version: 1, keyHex: '7a'.repeat(32) }
    const current = { version: 2, keyHex: '8b'.repeat(32) }
    const [both, alone] = [createVault({ current, older: [former] }), createVault({ current })]
    expect((await verify(test, admin, { vault: alone })).fault).toMatchObject({ kind: 'signature', position: 10n })
    await expect(sign(test, alone)).rejects.toThrow('names the master key 1, which is not configured')
    await sign(test, both)
    await sign(test, both)
    expect(await verify(test, admin, { vault: alone })).toMatchObject({ position: 11n, signedPosition: 11n, fault: null })
    const [entry] = await test.owner`select actor, table_name, after from audit_log where id = ${await idAt(admin, 11)}`
    expect(entry).toEqual({ actor: 'job:audit.sign', table_name: 'audit_signatures', after: { key_version: 2 } })
  })

  it('are made by one of several processes that sign at once', async () => {
    const admin = await tenEntries()
    await Promise.all([sign(test), sign(test), sign(test)])
    const signed = await test.owner`select 1 from audit_signatures where organization_id = ${admin.organizationId}`
    expect(signed).toHaveLength(1)
    expect((await verify(test, admin)).fault).toBeNull()
  })

  it('are not put before a later one, which another process made while this one was slow', async () => {
    const admin = await tenEntries()
    await sign(test)
    await addCloser(test, admin, 'Before')
    let overtaken = false
    const slow: Database = {
      ...test.database,
      async transaction(settings, work, options) {
        // It has verified, and is about to sign.
        if (options?.readOnly !== true && !overtaken) {
          overtaken = true
          await addCloser(test, admin, 'Meanwhile')
          await sign(test)
        }
        return test.database.transaction(settings, work, options)
      },
    }
    await signHeads(slow, auditVault, 'test', () => new Date())
    expect(overtaken).toBe(true)
    expect(await verify(test, admin)).toMatchObject({ fault: null, signedPosition: 12n })
    await addCloser(test, admin, 'After')
    await sign(test)
    expect(await verify(test, admin)).toMatchObject({ fault: null, signedPosition: 13n })
  })

  it('are made anew once, by one of several processes that come with a new key at once', async () => {
    const admin = await tenEntries()
    await sign(test)
    const former = { version: 1, keyHex: '7a'.repeat(32) }
    const renewed = createVault({ current: { version: 2, keyHex: '8b'.repeat(32) }, older: [former] })
    await Promise.all([sign(test, renewed), sign(test, renewed), sign(test, renewed), sign(test, renewed)])
    await sign(test, renewed)
    expect(
      await test.owner`select 1 from audit_log where organization_id = ${admin.organizationId} and table_name = 'audit_signatures'`,
    ).toHaveLength(1)
  })

  it('are not made of a chain that was tampered with, and are of all others', async () => {
    const [broken, fine] = [await tenEntries(), await tenEntries()]
    await behindTheBack(`update audit_log set address = '192.0.2.66' where id = '${await idAt(broken, 3)}'`)
    await expect(signHeads(test.database, auditVault, 'test', () => new Date())).rejects.toThrow(ChainsBroken)
    expect(await test.owner`select 1 from audit_signatures where organization_id = ${broken.organizationId}`).toHaveLength(0)
    expect(await test.owner`select 1 from audit_signatures where organization_id = ${fine.organizationId}`).toHaveLength(1)
  })

  it('that cover a part let that part be verified alone', async () => {
    const admin = await tenEntries()
    await sign(test)
    await addCloser(test, admin, 'Late')
    expect(await verify(test, admin, { part: { newest: 3 } })).toMatchObject({
      verifiedFrom: 9n,
      position: 11n,
      signedPosition: 10n,
      fault: null,
    })
    await behindTheBack(`update audit_log set actor = 'user:x' where id = '${await idAt(admin, 9)}'`)
    expect((await verify(test, admin, { part: { newest: 3 } })).fault).toMatchObject({ kind: 'changed', position: 9n })
    expect((await verify(test, admin, { part: { newest: 2 } })).fault).toBeNull()
  })
})

describe('verifying all organizations', () => {
  const all = async (heads = knownHeads(''), only: string | null = null): Promise<Map<string, ChainReport>> => {
    const reports = new Map<string, ChainReport>()
    for await (const report of verifyAudits({ database: test.database, vault: auditVault, organizationId: only, heads, now: new Date() }))
      reports.set(report.organizationId, report)
    return reports
  }

  it('finds each, also one of which only rows of the log are left', async () => {
    const admin = await tenEntries()
    const stray = '00000000-0000-7000-8000-00000000000a'
    await behindTheBack(`insert into audit_log (organization_id, id, at, actor, request_id, table_name, row_id, operation)
      values ('${stray}', gen_random_uuid(), now(), 'user:x', '', 'closers', 'x', 'insert')`)
    const reports = await all()
    expect(reports.get(admin.organizationId)?.fault).toBeNull()
    expect(reports.get(stray)?.fault).toMatchObject({ kind: 'unplaced' })
  })

  it('finds out a log that was set back as a whole, by what was printed before', async () => {
    const admin = await tenEntries()
    await sign(test)
    const { organizationId } = admin
    const before = (await all(undefined, organizationId)).get(organizationId)
    const printed = before ? lineOf(before) : ''
    expect(printed).toMatch(/: unbroken, 10 entries, head [0-9a-f]{64}, signed to 10 on /)
    await addCloser(test, admin, 'Later')
    expect((await all(knownHeads(printed), organizationId)).get(organizationId)?.fault).toBeNull()
    await behindTheBack(`
      delete from audit_log where id in ('${await idAt(admin, 10)}', '${await idAt(admin, 11)}');
      delete from audit_chain where organization_id = '${organizationId}' and position > 9;
      delete from audit_signatures where organization_id = '${organizationId}';
      update audit_heads set position = 9, hash = (select hash from audit_chain c where c.organization_id = audit_heads.organization_id and position = 9)
      where organization_id = '${organizationId}'`)
    const after = (await all(knownHeads(printed), organizationId)).get(organizationId)
    expect(after?.fault).toMatchObject({ kind: 'head', position: 10n })
    expect(after ? lineOf(after) : '').toMatch(/BROKEN\. Position 10 is not what was printed before/)
  })
})
