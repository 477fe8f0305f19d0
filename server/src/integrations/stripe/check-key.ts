import type { KeyCheck } from '../../kernel/check-key.ts'
import { ClinchError, isUnavailable } from '../../kernel/errors.ts'
import type { Outbound } from '../../kernel/outbound.ts'
import type { CalledConnection } from '../../kernel/outbound-call.ts'
import { askForPage } from './ask.ts'
import { syncedLists } from './sync-payments.ts'

/** Whether Stripe accepts a key, and shows to it what a sync asks for, in words. */
export async function checkKey(
  outbound: Outbound,
  call: { connection: CalledConnection; requestId: string },
  { apiKey }: { apiKey: string | null },
): Promise<KeyCheck> {
  if (apiKey === null) return { accepted: false, message: 'Enter a restricted key as the API key.' }
  try {
    for (const list of syncedLists) await askForPage({ ...call, outbound, apiKey }, list, { limit: '1' })
    return { accepted: true, message: 'Stripe accepts the key.' }
  } catch (error) {
    if (isUnavailable(error) || !(error instanceof ClinchError)) throw error
    return { accepted: false, message: error.message }
  }
}
