import type { KeyCheck } from '../../kernel/check-key.ts'
import type { KeyedCaller } from '../keyed-caller.ts'
import { tryKey } from '../try-key.ts'
import { ask, pathOf, whoIs } from './ask.ts'
import { CalendlyPage } from './payload.ts'

/** Whether Calendly accepts a token, and shows the bookings of its whole organization to it, in words. */
export async function checkKey(
  outbound: KeyedCaller['outbound'],
  call: Pick<KeyedCaller, 'connection' | 'requestId'>,
  { apiKey }: { apiKey: string | null },
): Promise<KeyCheck> {
  if (apiKey === null) return { accepted: false, message: 'Enter a personal access token as the API key.' }
  const caller = { ...call, outbound, apiKey }
  return tryKey(async () => {
    const { name, organization } = await whoIs(caller)
    await ask(caller, pathOf('/scheduled_events', { organization, count: '1' }), CalendlyPage)
    return name === null ? 'Calendly accepts the token.' : `Calendly accepts the token of ${name}.`
  })
}
