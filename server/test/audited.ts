import type { Tx } from '../src/database/tx.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { createVault } from '../src/kernel/vault.ts'
import { signHeads } from '../src/modules/audit/service/sign-heads.ts'
import { verifyChain, type VerifyOptions, type ChainReport } from '../src/modules/audit/service/verify-chain.ts'
import type { TestDatabase } from './database.ts'
import { as } from './intake.ts'

export const auditVault = createVault({ current: { version: 1, keyHex: '7a'.repeat(32) } })

/** Adds a closer: one audited row. Answers the closer's id. */
export async function addCloser(test: TestDatabase, actor: Actor, name: string): Promise<string> {
  return as(test.database, actor, (tx) => addCloserIn(tx, name))
}

/** The same inside a transaction that is open. */
export async function addCloserIn(tx: Tx, name: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(`insert into closers (organization_id, id, name) values ($1, new_id(), $2) returning id`, [
    tx.organizationId,
    name,
  ])
  if (!row) throw new Error('A closer was not returned')
  return row.id
}

/** Signs every head as the job does. */
export const sign = (test: TestDatabase, vault = auditVault, now = new Date()): Promise<{ signed: number }> =>
  signHeads(test.database, vault, 'test-request', () => now)

/** Verifies a chain as the app's own role. */
export const verify = (test: TestDatabase, actor: Actor, options: Partial<VerifyOptions> = {}): Promise<ChainReport> =>
  as(test.database, actor, (tx) =>
    verifyChain({
      read: (text, parameters) => tx.query(text, parameters),
      vault: auditVault,
      organizationId: actor.organizationId,
      now: new Date(),
      part: 'whole',
      ...options,
    }),
  )
