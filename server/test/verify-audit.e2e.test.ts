import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createVault } from '../src/kernel/vault.ts'
import { addCloser, sign } from './audited.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { adminOf, makeOrganization } from './intake.ts'

const script = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url))
const keyHex = '7a'.repeat(32)

let test: TestDatabase
let folder: string
beforeAll(async () => {
  test = await freshDatabase()
  folder = mkdtempSync(path.join(tmpdir(), 'clinch-verify-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await test.close()
})

/** Runs the command, and answers its exit code and its lines. */
async function verifyAudit(...args: string[]): Promise<{ code: number | null; lines: string[] }> {
  const child = spawn(process.execPath, [script, 'verify-audit', ...args], {
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      LOG_LEVEL: 'error',
      CLINCH_DATA_DIR: folder,
      ENCRYPTION_MASTER_KEY: keyHex,
      DATABASE_URL: test.url('owner'),
      DATABASE_APP_URL: test.url('app_user'),
      DATABASE_AUTH_URL: test.url('auth_user'),
      DATABASE_WORKER_URL: test.url('worker'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, lines: said.trim().split('\n') }
}

it('the command verifies all audit logs or one, ends with 1 and one line where one is broken, and misses nothing that it printed before', async () => {
  const [fine, victim] = [adminOf(await makeOrganization(test)), adminOf(await makeOrganization(test))]
  await addCloser(test, victim, 'Ada')
  await sign(test, createVault({ current: { version: 1, keyHex } }))

  const whole = await verifyAudit()
  expect(whole).toMatchObject({ code: 0 })
  expect(whole.lines).toHaveLength(3)
  expect(whole.lines.join('\n')).toMatch(
    new RegExp(`organization ${victim.organizationId}: unbroken, 2 entries, head [0-9a-f]{64}, signed to 2 on 20`),
  )
  expect(whole.lines.at(-1)).toBe('2 audit logs verified, none broken.')
  writeFileSync(path.join(folder, 'printed.txt'), whole.lines.join('\n'))

  await test.owner.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`update audit_log set address = '192.0.2.1' where organization_id = ${victim.organizationId} and table_name = 'closers'`
  })
  const one = await verifyAudit(victim.organizationId)
  expect(one.code).toBe(1)
  expect(one.lines[0]).toMatch(/BROKEN\. The row [0-9a-f-]{36} of position 2 was changed\.$/)
  expect((await verifyAudit(fine.organizationId, '--since', path.join(folder, 'printed.txt'))).code).toBe(0)

  await test.owner.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    for (const table of ['audit_log', 'audit_chain', 'audit_heads', 'audit_signatures'])
      await sql.unsafe(`delete from ${table} where organization_id = '${fine.organizationId}'`)
  })
  const lost = await verifyAudit(fine.organizationId, '--since', path.join(folder, 'printed.txt'))
  expect(lost.code).toBe(1)
  expect(lost.lines[0]).toMatch(/BROKEN\. Position 1 is not what was printed before/)
  expect((await verifyAudit('northlight')).lines).toEqual([expect.stringMatching(/Say which organization, or none for all/)])
}, 120_000)
