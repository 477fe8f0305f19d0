import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { type ConnectionRow, loadConnections } from './load-connections.ts'

const CheckConnection = z.object({ id: z.uuid('Say which connection.') })
export type CheckConnection = z.input<typeof CheckConnection>

/** The connection whose key is to be tried at its provider. The call itself is made outside of any transaction. */
export async function connectionToCheck({ actor, input, tx }: Verb<CheckConnection>): Promise<ConnectionRow> {
  authorize(actor, 'connections:write')
  const { id } = parseInput(CheckConnection, input)
  const connection = (await loadConnections(tx, [id])).get(id)
  if (!connection) throw notFound('connection')
  return connection
}
