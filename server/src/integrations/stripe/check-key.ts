import type { KeyCheck } from '../../kernel/check-key.ts'
import type { KeyedCaller } from '../keyed-caller.ts'
import { tryKey } from '../try-key.ts'
import { askForPage } from './ask.ts'
import { syncedLists } from './sync-payments.ts'

/** Whether Stripe accepts a key, and shows to it what a sync asks for, in words. */
export async function checkKey(
  outbound: KeyedCaller['outbound'],
  call: Pick<KeyedCaller, 'connection' | 'requestId'>,
  { apiKey }: { apiKey: string | null },
): Promise<KeyCheck> {
  if (apiKey === null) return { accepted: false, message: 'Enter a restricted key as the API key.' }
  return tryKey(async () => {
    for (const list of syncedLists) await askForPage({ ...call, outbound, apiKey }, list, { limit: '1' })
    return 'Stripe accepts the key.'
  })
}
