import type { FieldMapping, Provider } from '@clinch/drizzle/tables'
import type { Tx } from '../../../database/tx.ts'

export interface ConnectionRow {
  id: string
  provider: Provider
  name: string
  state: 'active' | 'disabled'
  mapping: FieldMapping
  account: string | null
  /** Whether Clinch keeps its webhook registered at the provider. */
  registersWebhook: boolean
  createdAt: string
  secrets: { field: string; lastFour: string; createdAt: string; validUntil: string | null }[]
}

const columns = `c.id, c.provider, c.name, c.state, c.mapping, c.account, c.registers_webhook as "registersWebhook", c.created_at as "createdAt", coalesce((
    select jsonb_agg(jsonb_build_object('field', s.field, 'lastFour', s.last_four, 'createdAt', s.created_at::text, 'validUntil', s.valid_until::text) order by s.created_at desc)
    from connection_secrets s where s.organization_id = c.organization_id and s.connection_id = c.id and (s.valid_until is null or s.valid_until > now())
  ), '[]'::jsonb) as secrets`

export const listConnections = (tx: Tx): Promise<ConnectionRow[]> =>
  tx.query<ConnectionRow>(
    `select ${columns} from connections c where c.organization_id = $1 order by c.provider, c.created_at, c.id limit 200`,
    [tx.organizationId],
  )

export async function loadConnections(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ConnectionRow>> {
  const rows = await tx.query<ConnectionRow>(
    `select ${columns} from connections c where c.organization_id = $1 and c.id = any($2::uuid[])`,
    [tx.organizationId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
