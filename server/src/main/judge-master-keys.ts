import { type SecretContext, SealedValueError, type Vault } from '../kernel/vault.ts'

/** A value that was sealed with a master key when that was first used, so that another key of its version is found out. */
export interface KeyMark {
  version: number
  sealed: string
}

/** What a database says of the master keys that it needs. */
export interface KeysOfDatabase {
  marks: readonly KeyMark[]
  /** How many secrets are sealed with each, and how many audit logs were last signed with it. */
  inUse: readonly { version: number; secrets: number; auditLogs: number }[]
}

const place: SecretContext = { organizationId: '', connectionId: '', secretId: '', field: 'master_key_mark' }
const content = 'clinch'

/** The mark that the current master key leaves. */
export const markOf = (vault: Vault): KeyMark => ({ version: vault.keyVersion, sealed: vault.seal(content, place) })

/**
 * What keeps a process with these master keys from starting on this database, in one line that says what to do; null if nothing does.
 * `isKeySet` is false where the environment names no key, and so the demo's is used.
 */
export function judgeMasterKeys(vault: Vault, { marks, inUse }: KeysOfDatabase, isKeySet: boolean): string | null {
  const wrong = marks.find((mark) => vault.keyVersions.includes(mark.version) && !opens(vault, mark))
  if (wrong && wrong.version !== vault.keyVersion)
    return `ENCRYPTION_OLD_KEYS has another master key ${wrong.version} than the one that this database was sealed with: put that one there. Nothing was changed.`
  if (wrong && !isKeySet)
    return 'ENCRYPTION_MASTER_KEY is not set, and this database was sealed with a key of its own: set it to that key. Nothing was changed.'
  if (wrong)
    return (
      `ENCRYPTION_MASTER_KEY is not the master key ${wrong.version} that this database was sealed with: set it to that key. To change it, ` +
      `set ENCRYPTION_MASTER_KEY_VERSION to ${Math.max(...marks.map(({ version }) => version)) + 1} with the new key, ` +
      `and put the former into ENCRYPTION_OLD_KEYS as ${wrong.version}:<64 hexadecimal digits>. Nothing was changed.`
    )
  const needed = inUse.find(({ version }) => !vault.keyVersions.includes(version))
  if (needed)
    return (
      `${needed.secrets} secrets are still sealed, and ${needed.auditLogs} audit logs signed, with the master key ${needed.version}, which is not ` +
      `configured: put it into ENCRYPTION_OLD_KEYS as ${needed.version}:<64 hexadecimal digits> until none are. Nothing was changed.`
    )
  return null
}

function opens(vault: Vault, { version, sealed }: KeyMark): boolean {
  try {
    return sealed.startsWith(`v1.${version}.`) && vault.open(sealed, place) === content
  } catch (error) {
    if (error instanceof SealedValueError) return false
    throw error
  }
}
