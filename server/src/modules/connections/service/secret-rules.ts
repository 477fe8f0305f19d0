import type { Provider } from '@clinch/drizzle/tables'
import { randomBytes } from 'node:crypto'
import type { Tx } from '../../../database/tx.ts'
import { badInput } from '../../../kernel/errors.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { storeSecret } from './store-secret.ts'

export type SecretField = 'webhook_secret' | 'api_key'

/** Providers that sign their webhooks with the API key: there is one secret, and it is both. */
const signsWithApiKey: ReadonlySet<Provider> = new Set(['acuity'])

/** Whether Clinch makes a provider's webhook secret where none is given: whoever sends is told it once. */
export const makesSecret = (provider: Provider): boolean => provider === 'manychat' || provider === 'custom'

/** Throws BAD_USER_INPUT where a secret may not be given for this provider. */
export function refuseGivenSecret(provider: Provider, path: string): void {
  if (signsWithApiKey.has(provider)) throw badInput([{ path, message: 'This provider signs with its API key: give that alone.' }])
  // It is all that proves who sends: one that somebody thinks of would be guessed.
  if (provider === 'manychat') throw badInput([{ path, message: 'Clinch makes this token itself: leave it out.' }])
}

/** 256 random bits, in the form that whoever sends expects. */
export const makeSecret = (provider: Provider): string =>
  provider === 'custom' ? `whsec_${randomBytes(32).toString('base64')}` : `mct_${randomBytes(32).toString('base64url')}`

/** Keeps a secret of a connection in every field that it stands for. Answers the rows that hold it. */
export async function keepSecret(
  { tx, vault }: { tx: Tx; vault: Vault },
  connection: { id: string; provider: Provider },
  { field, secret }: { field: SecretField; secret: string },
): Promise<string[]> {
  const ids: string[] = []
  for (const each of fieldsOf(connection.provider, field)) ids.push(await storeSecret(tx, vault, connection.id, each, secret))
  return ids
}

/** The fields that a secret stands for. */
export const fieldsOf = (provider: Provider, field: SecretField): readonly SecretField[] =>
  field === 'api_key' && signsWithApiKey.has(provider) ? ['webhook_secret', 'api_key'] : [field]
