import type { Database } from '../database/tx.ts'
import { sessionOf } from '../kernel/actor.ts'
import type { CheckKey } from '../kernel/check-key.ts'
import { isUnavailable } from '../kernel/errors.ts'
import type { Outbound } from '../kernel/outbound.ts'
import type { Vault } from '../kernel/vault.ts'
import { openCredentials } from '../modules/connections/service/index.ts'
import { checkKey as checkAcuityKey } from './acuity/check-key.ts'
import { checkKey as checkCalendlyKey } from './calendly/check-key.ts'
import { checkKey as checkStripeKey } from './stripe/check-key.ts'
import { checkKey as checkWhopKey } from './whop/check-key.ts'

const checks: Readonly<Record<string, typeof checkAcuityKey>> = {
  calendly: checkCalendlyKey,
  acuity: checkAcuityKey,
  stripe: checkStripeKey,
  whop: checkWhopKey,
}

/** Tries the key of a connection at its provider, if Clinch calls that one at all. */
export const createCheckKey =
  ({ database, vault, outbound }: { database: Database; vault: Vault; outbound: Outbound }): CheckKey =>
  async (actor, { id, provider }, requestId) => {
    const check = checks[provider]
    if (!check) return { accepted: true, message: 'This provider is not called, so there is no key to try.' }
    const credentials = await database.transaction(sessionOf(actor, { requestId }), (tx) => openCredentials(tx, vault, id), {
      readOnly: true,
    })
    const connection = { organizationId: actor.organizationId, connectionId: id, provider }
    try {
      return await check(outbound, { connection, requestId }, credentials)
    } catch (error) {
      if (isUnavailable(error)) return { accepted: false, message: `${error.message} Try again in a moment.` }
      throw error
    }
  }
