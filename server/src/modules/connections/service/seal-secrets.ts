import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database, Tx } from '../../../database/tx.ts'
import { sessionOf } from '../../../kernel/actor.ts'
import { SealedValueError, type Vault } from '../../../kernel/vault.ts'

export const sealBatch = 100

/** What became of one batch of an organization's secrets. */
export interface SealedBatch {
  /** The last row that was looked at; null where none is left. */
  last: string | null
  sealed: number
  /** Those that do not open. They are left as they are. */
  unreadable: string[]
}

interface Unsealed {
  id: string
  connectionId: string
  field: string
  sealed: string | null
  plain: string | null
}

/**
 * Seals with the current master key what an organization has in the clear or sealed with another one: the next rows by id, in the
 * caller's transaction. What is done does not ask for it any more, so it may stop anywhere and go on later.
 */
export async function sealNextSecrets(tx: Tx, vault: Vault, after: string): Promise<SealedBatch> {
  const { organizationId } = tx
  const rows = await tx.query<Unsealed>(
    `select id, connection_id as "connectionId", field, sealed, plain from connection_secrets
     where organization_id = $1 and id > $2::uuid and (plain is not null or vault.key_version_of(sealed) <> $3::int)
     order by id limit $4::int for update`,
    [organizationId, after, vault.keyVersion, sealBatch],
  )
  const unreadable: string[] = []
  const done: { id: string; sealed: string }[] = []
  for (const { id, connectionId, field, sealed, plain } of rows) {
    const context = { organizationId, connectionId, secretId: id, field }
    try {
      done.push({ id, sealed: vault.seal(sealed === null ? (plain ?? '') : vault.open(sealed, context), context) })
    } catch (error) {
      if (!(error instanceof SealedValueError)) throw error
      unreadable.push(id)
    }
  }
  await tx.query(
    `update connection_secrets s set sealed = n.sealed, plain = null from unnest($2::uuid[], $3::text[]) as n (id, sealed)
     where s.organization_id = $1 and s.id = n.id`,
    [organizationId, done.map(({ id }) => id), done.map(({ sealed }) => sealed)],
  )
  return { last: rows.length < sealBatch ? null : (rows.at(-1)?.id ?? null), sealed: done.length, unreadable }
}

/** Seals everything of one organization, a transaction a batch. Answers how many were sealed, and which do not open. */
export async function sealSecretsOf(
  database: Database,
  vault: Vault,
  organizationId: string,
  requestId: string,
): Promise<{ sealed: number; unreadable: string[] }> {
  const settings = sessionOf({ kind: 'job', organizationId, name: 'vault.seal' }, { requestId })
  const total = { sealed: 0, unreadable: [] as string[] }
  let after: string | null = '00000000-0000-0000-0000-000000000000'
  while (after !== null) {
    const from: string = after
    const batch: SealedBatch = await database.transaction(settings, (tx) => sealNextSecrets(tx, vault, from))
    total.sealed += batch.sealed
    total.unreadable.push(...batch.unreadable)
    after = batch.last
  }
  return total
}

/** The next organization, after one, that has something to seal. */
export async function nextToSeal(database: Database, vault: Vault, after: string, requestId: string): Promise<string | null> {
  const nobody: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: 'job:vault.seal', requestId }
  const text = 'select vault.next_to_seal($1::int, $2::uuid) as id'
  const [row] = await database.transaction(nobody, (tx) => tx.query<{ id: string | null }>(text, [vault.keyVersion, after]), {
    readOnly: true,
  })
  return row?.id ?? null
}
