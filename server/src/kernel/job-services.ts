import type { Database } from '../database/tx.ts'
import type { Mailer } from './mail.ts'
import type { Outbound } from './outbound.ts'
import type { CalledProvider } from './outbound-call.ts'
import type { RateSource } from './rate-source.ts'
import type { Vault } from './vault.ts'

/** What a process offers to its jobs. */
export interface JobServices {
  database: Database
  /** The address under which people reach the server, without a slash at its end. */
  publicUrl: string
  vault: Vault
  mailer: Mailer
  /** How providers are called, and where they are. */
  outbound: Outbound
  providers: Readonly<Record<string, CalledProvider>>
  /** Where the day's reference rates are fetched; none where that is off. */
  rateSource: RateSource | null
}
