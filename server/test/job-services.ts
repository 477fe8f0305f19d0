import type { Database } from '../src/database/tx.ts'
import { createMailbox, type Mailbox } from '../src/integrations/mail/mailbox.ts'
import type { JobServices } from '../src/kernel/job-services.ts'
import { createVault } from '../src/kernel/vault.ts'
import { outboundTo, providersAt } from './outbound.ts'

export const testVault = createVault({ current: { version: 1, keyHex: 'ab'.repeat(32) } })

/** What jobs work with in a test: the given database, and a mailbox to look into. */
export function jobServices(database: Database): JobServices & { mailer: Mailbox } {
  return {
    database,
    publicUrl: 'http://localhost:4000',
    vault: testVault,
    mailer: createMailbox(),
    outbound: outboundTo(database, 'http://127.0.0.1:9'),
    providers: providersAt('http://127.0.0.1:9'),
    rateSource: null,
  }
}
