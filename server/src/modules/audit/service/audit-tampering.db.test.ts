import type postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addCloserIn, auditVault, sign, verify } from '../../../../test/audited.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import { Chance, tamperings, type Victim } from '../../../../test/tampering.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { type ChainReport, verifyChain } from './verify-chain.ts'

const rounds = Number(process.env.TAMPERINGS ?? 1_000)
const entriesATime = 4
const heads = 4
const anHourLater = () => new Date(Date.now() + 3_600_000)

let test: TestDatabase
const victims: (Victim & { admin: Actor })[] = []
beforeAll(async () => {
  test = await freshDatabase()
  for (let index = 0; index < 2; index += 1) {
    const admin = adminOf(await makeOrganization(test))
    victims.push({ admin, organizationId: admin.organizationId, entries: 1 + heads * entriesATime, signed: [] })
  }
  for (let head = 1; head <= heads; head += 1) {
    for (const { admin } of victims) {
      await as(test.database, admin, async (tx) => {
        for (let index = 0; index < entriesATime; index += 1) {
          const id = await addCloserIn(tx, `Closer ${head}.${index}`)
          if (index === 0) await tx.query('update closers set email = null where id = $1', [id])
        }
      })
    }
    await sign(test)
  }
  for (const victim of victims) victim.signed = Array.from({ length: heads }, (_, index) => 1 + (index + 1) * entriesATime)
})
afterAll(() => test.close())

class Undo extends Error {}

const verifyInside = (sql: postgres.TransactionSql, organizationId: string): Promise<ChainReport> =>
  verifyChain({
    // The statement's own columns are the shape.
    read: async <Row extends object>(text: string, parameters: readonly unknown[] = []) =>
      [...(await sql.unsafe(text, [...parameters] as never[], { prepare: true }))] as unknown as Row[],
    vault: auditVault,
    organizationId,
    now: anHourLater(),
    part: 'whole',
    batch: 5,
  })

it(`${rounds} tamperings with the audit log, by the owner of the database with its triggers off, are all found`, async () => {
  const chance = new Chance(Number(process.env.TAMPERING_SEED ?? 20_261_121))
  const unfound: string[] = []
  const found = new Map<string, number>()
  for (let round = 0; round < rounds; round += 1) {
    const [victim, other] = chance.below(2) === 0 ? victims : victims.toReversed()
    if (!victim || !other) throw new Error('There is nobody to tamper with')
    await test.owner
      .begin(async (sql) => {
        await sql`set local session_replication_role = replica`
        const what = await chance.of(tamperings)({ sql, chance, victim, other })
        const reports = [await verifyInside(sql, victim.organizationId), await verifyInside(sql, other.organizationId)]
        if (reports.every(({ fault }) => fault === null)) unfound.push(`${round}: ${what}`)
        found.set(what, (found.get(what) ?? 0) + 1)
        throw new Undo()
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undo)) throw error
      })
  }
  expect(unfound).toEqual([])
  expect(found.size).toBeGreaterThan(rounds >= 1_000 ? 30 : 0)
  for (const { admin } of victims) expect((await verify(test, admin, { now: anHourLater() })).fault).toBeNull()
}, 120_000)
