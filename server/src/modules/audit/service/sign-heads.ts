import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database, Tx } from '../../../database/tx.ts'
import { sessionOf } from '../../../kernel/actor.ts'
import { signHead } from '../../../kernel/audit-signing.ts'
import { lockNames } from '../../../kernel/lock-names.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { type Read, readEnd, readLastSignatures } from './chain-rows.ts'
import { type ChainReport, verifyChain } from './verify-chain.ts'

const batch = 200
const batchDeadlineMs = 30_000

/** Organizations whose chain does not fit what was signed before: their new heads are not signed. */
export class ChainsBroken extends Error {
  constructor(found: readonly string[]) {
    super(`The audit log was tampered with, so it is not signed: ${found.join(' ')}`)
    this.name = 'ChainsBroken'
  }
}

interface Unsigned {
  organizationId: string
}

/**
 * Signs the head of every organization whose audit chain has grown, once the new part fits what was signed before. One chain that does
 * not keeps no other from being signed; all of those are named at the end.
 */
export async function signHeads(database: Database, vault: Vault, requestId: string, now: () => Date): Promise<{ signed: number }> {
  const broken: string[] = []
  let signed = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const waiting = await readUnsigned(database, vault.keyVersion, requestId, after)
    for (const { organizationId } of waiting) {
      const fault = await signOne(database, vault, sessionOf({ kind: 'job', organizationId, name: 'audit.sign' }, { requestId }), now)
      if (fault === null) signed += 1
      else broken.push(`organization ${organizationId}: ${fault}`)
    }
    const last = waiting.at(-1)
    if (!last || waiting.length < batch) break
    after = last.organizationId
  }
  if (broken.length > 0) throw new ChainsBroken(broken)
  return { signed }
}

const readUnsigned = (database: Database, keyVersion: number, requestId: string, after: string): Promise<Unsigned[]> => {
  const nobody: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'job:audit.sign', requestId }
  const text = 'select organization_id as "organizationId" from audit.unsigned_heads($1::uuid, $2::int, $3::int)'
  return database.transaction(nobody, (tx) => tx.query<Unsigned>(text, [after, batch, keyVersion]), { readOnly: true })
}

/** Signs one head; answers what is wrong with the chain, if anything. */
async function signOne(database: Database, vault: Vault, settings: SessionSettings, now: () => Date): Promise<string | null> {
  const organizationId = settings.organizationId ?? ''
  const read: Read = (text, parameters) =>
    database.transaction(settings, (tx) => tx.query(text, parameters), { readOnly: true, deadlineMs: batchDeadlineMs })
  let report = await verifyNew(read, vault, organizationId, now())
  if (report.fault === null && report.signedPosition === report.position) {
    const noted = await database.transaction(settings, (tx) => noteNewKey(tx, vault, report.position))
    if (!noted) return null
    report = await verifyNew(read, vault, organizationId, now())
  }
  if (report.fault) return report.fault.words
  await database.transaction(settings, (tx) => sign(tx, vault, report, now()))
  return null
}

/**
 * What a former key signed is signed by the new one with the entry that says so. A head that the current key signed, or that grew since,
 * is not for us: another process was faster, or the next time it will be signed.
 */
async function noteNewKey(tx: Tx, vault: Vault, position: bigint): Promise<boolean> {
  await lockNames(tx, ['audit signature'])
  const read: Read = (text, parameters) => tx.query(text, parameters)
  const last = (await readLastSignatures(read, tx.organizationId, position)).pop()
  const { headPosition } = await readEnd(read, tx.organizationId)
  if (!last || last.keyVersion === vault.keyVersion || headPosition !== position) return false
  await tx.query('select audit.note_new_key($1::int)', [vault.keyVersion])
  return true
}

const verifyNew = (read: Read, vault: Vault, organizationId: string, now: Date): Promise<ChainReport> =>
  verifyChain({ read, vault, organizationId, now, part: 'unsigned' })

async function sign(tx: Tx, vault: Vault, { position, hash, signedPosition }: ChainReport, now: Date): Promise<void> {
  const { organizationId } = tx
  await lockNames(tx, ['audit signature'])
  const read: Read = (text, parameters) => tx.query(text, parameters)
  const { lastSigned } = await readEnd(read, organizationId)
  // Another process signed meanwhile, this head or a later one: each signature takes in the one before, so none is put between two.
  if (lastSigned !== signedPosition || signedPosition === position) return
  const last = (await readLastSignatures(read, organizationId, position)).pop() ?? null
  const made = signHead(vault, { organizationId, position, hash }, now, last)
  await tx.query(
    `insert into audit_signatures (organization_id, position, hash, signed_at, key_version, signature)
     values ($1, $2::text::bigint, $3, $4::text::timestamptz, $5::int, $6)`,
    [organizationId, made.position.toString(), made.hash, made.signedAt, made.keyVersion, made.signature],
  )
}
