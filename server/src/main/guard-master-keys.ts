import postgres from 'postgres'
import { SettingsError } from '../config/env.ts'
import type { Vault } from '../kernel/vault.ts'
import { judgeMasterKeys, type KeyMark, type KeysOfDatabase, markOf } from './judge-master-keys.ts'

/**
 * Looks, as the owner of the database, whether it was sealed with these master keys, and changes nothing if it was not: throws
 * SettingsError. To be called before the database is brought up to date, since that follows from the key too, and again after it: then
 * a master key that is new leaves its mark.
 */
export async function guardMasterKeys(ownerUrl: string, vault: Vault, isKeySet: boolean): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    const [known] = await owner<{ known: boolean }[]>`select to_regclass('vault.master_key_marks') is not null as known`
    if (!known?.known) return
    refuse(judgeMasterKeys(vault, await readKeys(owner), isKeySet))
    const { version, sealed } = markOf(vault)
    await owner`insert into vault.master_key_marks (key_version, sealed) values (${version}, ${sealed}) on conflict do nothing`
    // Another process may have left its mark first, with another key.
    refuse(judgeMasterKeys(vault, await readKeys(owner), isKeySet))
  } finally {
    await owner.end()
  }
}

async function readKeys(owner: postgres.Sql): Promise<KeysOfDatabase> {
  const marks = await owner<KeyMark[]>`select key_version as version, sealed from vault.master_key_marks order by key_version`
  const inUse = await owner<KeysOfDatabase['inUse'][number][]>`
    select key_version as version, secrets::int as secrets, audit_logs::int as "auditLogs" from vault.keys_in_use() where key_version is not null`
  return { marks, inUse }
}

function refuse(problem: string | null): void {
  if (problem !== null) throw new SettingsError(problem)
}
