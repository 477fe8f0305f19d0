import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database, Tx } from '../../../database/tx.ts'
import { sessionOf } from '../../../kernel/actor.ts'
import type { AuditHead } from '../../../kernel/audit-signing.ts'
import type { Vault } from '../../../kernel/vault.ts'
import type { Read } from './chain-rows.ts'
import { type ChainFault, type ChainReport, verifyChain } from './verify-chain.ts'

const batchDeadlineMs = 60_000
const requestId = 'verify-audit'
const nobody: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'job:audit.verify', requestId }

export interface VerifyAudits {
  database: Database
  vault: Vault
  /** One organization; every one unless given. */
  organizationId: string | null
  /** Heads that were there before, by organization, from outside of the database: they must still be. */
  heads: ReadonlyMap<string, readonly AuditHead[]>
  now: Date
}

/** Recomputes the whole audit chain of one organization or of each, one after the other. Those that are being removed are passed over. */
export async function* verifyAudits({ database, vault, organizationId: only, heads, now }: VerifyAudits): AsyncGenerator<ChainReport> {
  for await (const organizationId of only === null ? everyOrganization(database) : [only]) {
    const settings = sessionOf({ kind: 'job', organizationId, name: 'audit.verify' }, { requestId })
    const read: Tx['query'] = (text, parameters) =>
      database.transaction(settings, (tx) => tx.query(text, parameters), { readOnly: true, deadlineMs: batchDeadlineMs })
    const [being] = await read<{ removed: boolean }>(
      `select exists (select from organizations where id = $1 and state = 'deleting' and delete_after <= now()) as removed`,
      [organizationId],
    )
    if (being?.removed) continue
    const report = await verifyChain({ read, vault, organizationId, now, part: 'whole' })
    yield { ...report, fault: report.fault ?? (await findLost(read, heads.get(organizationId) ?? [])) }
  }
}

/** The first head that is not there any more: the log was set back, or written anew. */
async function findLost(read: Read, heads: readonly AuditHead[]): Promise<ChainFault | null> {
  for (const { organizationId, position, hash } of heads) {
    const [row] = await read<{ hash: string }>('select hash from audit_chain where organization_id = $1 and position = $2::text::bigint', [
      organizationId,
      position.toString(),
    ])
    if (row?.hash === hash) continue
    return {
      kind: 'head',
      position,
      auditId: null,
      words: `Position ${position} is not what was printed before: the log was set back, or written anew.`,
    }
  }
  return null
}

async function* everyOrganization(database: Database): AsyncGenerator<string> {
  let after: string | null = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const from: string = after
    const [row] = await database.transaction(
      nobody,
      (tx) => tx.query<{ id: string | null }>('select audit.next_organization($1::uuid) as id', [from]),
      { readOnly: true },
    )
    after = row?.id ?? null
    if (after === null) return
    yield after
  }
}
