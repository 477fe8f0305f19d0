import type { KeyCheck } from '../../kernel/check-key.ts'
import type { Outbound } from '../../kernel/outbound.ts'
import type { CalledConnection } from '../../kernel/outbound-call.ts'
import { authorizationOf } from './authorization.ts'

/** Whether Acuity accepts a user id and key, in words. */
export async function checkKey(
  outbound: Outbound,
  call: { connection: CalledConnection; requestId: string },
  { account, apiKey }: { account: string | null; apiKey: string | null },
): Promise<KeyCheck> {
  if (account === null || apiKey === null) return { accepted: false, message: 'Enter the user id and the API key.' }
  const { status } = await outbound.call({ ...call, path: '/me', authorization: authorizationOf({ account, apiKey }) })
  if (status < 300) return { accepted: true, message: 'Acuity accepts the key.' }
  return {
    accepted: false,
    message: 'Acuity does not accept this user id with this key. Compare both with what its page Integrations, API shows.',
  }
}
