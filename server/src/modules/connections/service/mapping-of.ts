import { connections, type FieldMapping } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'

/** Where the messages of a connection name their setter, source and traffic type. */
export async function mappingOf(tx: Tx, connectionId: string): Promise<FieldMapping> {
  const [row] = await tx.db
    .select({ mapping: connections.mapping })
    .from(connections)
    .where(and(eq(connections.organizationId, tx.organizationId), eq(connections.id, connectionId)))
  return row?.mapping ?? { setterFrom: [], sourceFrom: [], trafficTypeFrom: [] }
}
