import { demoSecrets, type Settings } from '../config/env.ts'
import type { MasterKey } from '../kernel/vault.ts'

export interface Secrets {
  masterKey: MasterKey
  olderKeys: MasterKey[]
  authSecret: string
}

/** The secrets of this process: the environment's, or outside of production the demo's, which everybody knows. */
export const secretsOf = (settings: Settings): Secrets => ({
  masterKey: { version: settings.ENCRYPTION_MASTER_KEY_VERSION, keyHex: settings.ENCRYPTION_MASTER_KEY ?? demoSecrets.encryptionMasterKey },
  olderKeys: settings.ENCRYPTION_OLD_KEYS,
  authSecret: settings.AUTH_SECRET ?? demoSecrets.authSecret,
})
