import type { Database } from '../database/tx.ts'
import type { Mailer } from './mail.ts'
import type { Vault } from './vault.ts'

/** What a process offers to its jobs. */
export interface JobServices {
  database: Database
  vault: Vault
  mailer: Mailer
}
