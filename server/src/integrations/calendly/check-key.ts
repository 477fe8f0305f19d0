import type { KeyCheck } from '../../kernel/check-key.ts'
import { ClinchError, isUnavailable } from '../../kernel/errors.ts'
import type { Outbound } from '../../kernel/outbound.ts'
import type { CalledConnection } from '../../kernel/outbound-call.ts'
import { ask, pathOf, whoIs } from './ask.ts'
import { CalendlyPage } from './payload.ts'

/** Whether Calendly accepts a token, and shows the bookings of its whole organization to it, in words. */
export async function checkKey(
  outbound: Outbound,
  call: { connection: CalledConnection; requestId: string },
  { apiKey }: { apiKey: string | null },
): Promise<KeyCheck> {
  if (apiKey === null) return { accepted: false, message: 'Enter a personal access token as the API key.' }
  const caller = { ...call, outbound, apiKey }
  try {
    const { name, organization } = await whoIs(caller)
    await ask(caller, pathOf('/scheduled_events', { organization, count: '1' }), CalendlyPage)
    return { accepted: true, message: name === null ? 'Calendly accepts the token.' : `Calendly accepts the token of ${name}.` }
  } catch (error) {
    if (isUnavailable(error) || !(error instanceof ClinchError)) throw error
    return { accepted: false, message: error.message }
  }
}
