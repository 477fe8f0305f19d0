import type { Tx } from '../../../database/tx.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { loadConnections } from '../../connections/service/index.ts'
import { type SyncedProvider, syncedProvider } from './synced-providers.ts'

/** How a connection is synced. Throws, saying what to do, where it cannot be now: it is switched off, or there is no key to ask with. */
export async function connectionToSync(tx: Tx, connectionId: string): Promise<SyncedProvider> {
  const connection = (await loadConnections(tx, [connectionId])).get(connectionId)
  if (!connection) throw notFound('connection')
  const synced = syncedProvider(connection.provider)
  if (!synced) throw conflict('This provider is not asked for what it has: it tells of everything by its webhooks.')
  if (connection.state === 'disabled') throw conflict('This connection is switched off. Switch it on first.')
  if (!connection.secrets.some(({ field }) => field === 'api_key')) throw conflict(synced.key)
  return synced
}
