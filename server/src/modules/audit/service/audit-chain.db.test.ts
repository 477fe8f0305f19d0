import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { addCloser, addCloserIn, sign, verify } from '../../../../test/audited.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import { within } from '../../../database/tenant-transaction.ts'
import { sessionOf } from '../../../kernel/actor.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())

const newAdmin = async () => adminOf(await makeOrganization(test))
const chainOf = (organizationId: string) =>
  test.owner<{ position: bigint; name: string | null; table: string }[]>`
    select c.position, l.after ->> 'name' as name, l.table_name as table
    from audit_chain c join audit_log l on l.organization_id = c.organization_id and l.id = c.audit_id
    where c.organization_id = ${organizationId} order by c.position`

describe('the audit chain', () => {
  it('takes in every audited row at its commit, and fits', async () => {
    const admin = await newAdmin()
    await addCloser(test, admin, 'Ada')
    await addCloser(test, admin, 'Bea')
    const chain = await chainOf(admin.organizationId)
    expect(chain.map(({ position, name }) => [position, name])).toEqual([
      [1n, 'Northlight'],
      [2n, 'Ada'],
      [3n, 'Bea'],
    ])
    expect(await verify(test, admin)).toMatchObject({ position: 3n, verifiedFrom: 1n, fault: null })
  })

  it('has no place for what was rolled back, in whole or to a savepoint', async () => {
    const admin = await newAdmin()
    await as(test.database, admin, async (tx) => {
      await addCloserIn(tx, 'Kept')
      await within(tx, async (inner) => {
        await addCloserIn(inner, 'Undone')
        throw new Error('undone')
      }).catch(() => undefined)
      await addCloserIn(tx, 'Kept too')
    })
    await as(test.database, admin, async (tx) => {
      await addCloserIn(tx, 'Never')
      throw new Error('never')
    }).catch(() => undefined)
    expect((await chainOf(admin.organizationId)).map(({ name }) => name)).toEqual(['Northlight', 'Kept', 'Kept too'])
    expect((await verify(test, admin)).fault).toBeNull()
  })

  it('is one without gaps after fifty transactions at once', async () => {
    const admin = await newAdmin()
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        as(test.database, admin, async (tx) => {
          await addCloserIn(tx, `Closer ${index}`)
          await addCloserIn(tx, `Other ${index}`)
        }),
      ),
    )
    const chain = await chainOf(admin.organizationId)
    expect(chain.map(({ position }) => position)).toEqual(Array.from({ length: 101 }, (_, index) => BigInt(index + 1)))
    expect(await verify(test, admin, { batch: 7 })).toMatchObject({ position: 101n, fault: null })
  })

  it('locks its head at the commit alone: a transaction that is open holds nobody up', async () => {
    const admin = await newAdmin()
    await as(test.database, admin, async (tx) => {
      await addCloserIn(tx, 'Slow')
      await addCloser(test, admin, 'Quick')
    })
    expect((await chainOf(admin.organizationId)).map(({ name }) => name)).toEqual(['Northlight', 'Quick', 'Slow'])
  })

  it('lets two transactions over the same two organizations through, in whichever order each wrote', async () => {
    const admins = [await newAdmin(), await newAdmin()] as const
    let attempts = 0
    const writeBoth = (order: readonly [number, number]) =>
      test.database.transaction(sessionOf(admins[0], { requestId: 'both' }), async (tx) => {
        attempts += 1
        for (const index of order) {
          const admin = admins[index]
          if (!admin) continue
          await tx.query(`select set_config('app.organization_id', $1, true)`, [admin.organizationId])
          await tx.query(`insert into closers (organization_id, id, name) values ($1, new_id(), 'Both')`, [admin.organizationId])
        }
      })
    await Promise.all(Array.from({ length: 40 }, (_, index) => writeBoth(index % 2 === 0 ? [0, 1] : [1, 0])))
    for (const admin of admins) expect(await verify(test, admin)).toMatchObject({ position: 41n, fault: null })
    // After a deadlock the work would have been run again.
    expect(attempts).toBe(40)
  })

  it('is not waited for by what is not audited: deliveries are stored while a commit holds the head', async () => {
    const admin = await newAdmin()
    const connectionId = uuidv7()
    await test.owner`insert into connections (organization_id, id, provider, name, mapping) values (${admin.organizationId}, ${connectionId}, 'stripe', 'Main', '{}')`
    await test.owner.begin(async (holder) => {
      await holder`select 1 from audit_heads where organization_id = ${admin.organizationId} for update`
      await as(test.database, admin, (tx) =>
        tx.query(
          `insert into deliveries (organization_id, id, connection_id, kind, state, answer, body, request_id)
           values ($1, new_id(), $2::uuid, 'charge', 'received', 200, '\\x7b7d', 'r')`,
          [admin.organizationId, connectionId],
        ),
      )
      // What is audited waits for the head, and is refused by its deadline.
      await expect(
        test.database.transaction(sessionOf(admin, { requestId: 'waits' }), (tx) => addCloserIn(tx, 'Waits'), { deadlineMs: 500 }),
      ).rejects.toThrow()
    })
    expect((await test.owner`select 1 from deliveries where organization_id = ${admin.organizationId}`).length).toBe(1)
  })
})

describe('what the app may do with it', () => {
  it('is reading it, and adding signatures', async () => {
    const admin = await newAdmin()
    await sign(test)
    const tried = async (text: string) =>
      as(test.database, admin, (tx) => tx.query(text)).then(
        () => 'done',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      )
    for (const table of ['audit_log', 'audit_chain', 'audit_heads', 'audit_signatures']) {
      expect([table, await tried(`select 1 from ${table}`)]).toEqual([table, 'done'])
      expect([table, await tried(`delete from ${table}`)]).toEqual([table, '42501'])
      expect([table, await tried(`update ${table} set organization_id = organization_id`)]).toEqual([table, '42501'])
      if (table !== 'audit_signatures')
        expect([table, await tried(`insert into ${table} select * from ${table}`)]).toEqual([table, '42501'])
    }
    expect(await tried(`select append_to_audit_chain(l) from audit_log l`)).toBe('42501')
  })
})
