import type { Tx } from '../../../database/tenant-transaction.ts'
import { notFound } from '../../../kernel/errors.ts'

/** Says which user a closer or setter is, so that they see their own calls. */
export async function linkUser(tx: Tx, table: 'closers' | 'setters', id: string, userId: string): Promise<void> {
  const [row] = await tx.query<{ id: string }>(`update ${table} set user_id = $3 where organization_id = $1 and id = $2 returning id`, [tx.organizationId, id, userId])
  if (!row) throw notFound(table === 'closers' ? 'closer' : 'setter')
}
