import type { Database } from '../../../database/tx.ts'
import type { Origin } from '../../../kernel/actor.ts'
import type { Vault } from '../../../kernel/vault.ts'

/** How many secrets one master key seals. */
export interface VaultKey {
  version: number
  /** Whether it is configured; what it sealed does not open without it. */
  isConfigured: boolean
  secrets: number
  organizations: number
}

/** How far all secrets of the platform are sealed with the current master key. */
export interface VaultReport {
  keyVersion: number
  secrets: number
  upToDate: number
  inTheClear: number
  keys: VaultKey[]
}

interface Counted {
  version: number | null
  inTheClear: boolean
  secrets: number
  organizations: number
}

/** Counts secrets over all tenants, without opening any. The database refuses it to whoever is no operator. */
export async function reportVault(by: { userId: string; database: Database; origin: Origin }, vault: Vault): Promise<VaultReport> {
  const { userId } = by
  const { requestId, address = '' } = by.origin
  const settings = { organizationId: null, userId, scope: 'none', repIds: [], actor: `operator:${userId}`, requestId, address } as const
  const rows = await by.database.transaction(
    settings,
    (tx) =>
      tx.query<Counted>(
        `select key_version as version, in_the_clear as "inTheClear", secrets::int as secrets, organizations::int as organizations from vault.report()`,
      ),
    { readOnly: true },
  )
  const sum = (wanted: readonly Counted[]) => wanted.reduce((total, { secrets }) => total + secrets, 0)
  const sealed = rows.flatMap(({ version, secrets, organizations }) => (version === null ? [] : [{ version, secrets, organizations }]))
  const known = new Map(vault.keyVersions.map((version) => [version, { version, secrets: 0, organizations: 0 }]))
  for (const each of sealed) known.set(each.version, each)
  return {
    keyVersion: vault.keyVersion,
    secrets: sum(rows),
    upToDate: known.get(vault.keyVersion)?.secrets ?? 0,
    inTheClear: sum(rows.filter(({ inTheClear }) => inTheClear)),
    keys: [...known.values()]
      .sort((one, other) => one.version - other.version)
      .map((key) => ({ ...key, isConfigured: vault.keyVersions.includes(key.version) })),
  }
}
