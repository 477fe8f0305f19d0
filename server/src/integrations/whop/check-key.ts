import type { KeyCheck } from '../../kernel/check-key.ts'
import type { KeyedCaller } from '../keyed-caller.ts'
import { tryKey } from '../try-key.ts'
import { askForPage, whoIs, whopLists } from './ask.ts'

/** Whether Whop accepts a key, and shows to it what a sync asks for, in words. */
export async function checkKey(
  outbound: KeyedCaller['outbound'],
  call: Pick<KeyedCaller, 'connection' | 'requestId'>,
  { apiKey }: { apiKey: string | null },
): Promise<KeyCheck> {
  if (apiKey === null) return { accepted: false, message: 'Enter a company API key as the API key.' }
  const caller = { ...call, outbound, apiKey }
  return tryKey(async () => {
    const { company, title } = await whoIs(caller)
    for (const list of whopLists) await askForPage(caller, list, { company_id: company, first: '1' })
    return `Whop accepts the key of ${title ?? company}.`
  })
}
